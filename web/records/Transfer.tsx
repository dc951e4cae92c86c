export default function Transfer() {
  return null;
}
