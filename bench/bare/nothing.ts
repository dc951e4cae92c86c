/** What the bare twin's local activities do. */
export const nothingActivities = {
  async nothing(id: string): Promise<string> {
    return id;
  },
};

export type NothingActivities = typeof nothingActivities;
