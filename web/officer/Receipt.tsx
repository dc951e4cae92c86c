export default function Receipt() {
  return null;
}
