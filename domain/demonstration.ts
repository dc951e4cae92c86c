/** The one password of all demonstration accounts; accounts made elsewhere never use it. */
export const DEMO_PASSWORD = 'trinh-dien-2023';
