export default function NewTransfer() {
  return null;
}
