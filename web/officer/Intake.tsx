export default function Intake() {
  return null;
}
