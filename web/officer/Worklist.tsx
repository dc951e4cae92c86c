export default function Worklist() {
  return null;
}
