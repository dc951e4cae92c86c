export default function CheckAndSign() {
  return null;
}
