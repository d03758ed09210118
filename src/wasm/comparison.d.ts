/** Seats won and led in the scenario that was put aside and in the one last evaluated; `change`: `shown` less `kept`. */
export interface ComparedSeats { kept: number; shown: number; change: number }

/** Another scenario beside the one last evaluated. */
export interface Comparison {
  /** What a Report says of the other one. */
  kept: Glance & { movements: Movement[] };
  /** Rows of either tally that have a seat, largest in `shown` first. */
  alliances: ({ id: string } & ComparedSeats)[];
  /** Seats that nobody holds. */
  nobody: ComparedSeats;
  /** Constituencies held by another candidate in each (null: by nobody), in dataset order. */
  seats: {
    constituency: string;
    kept: { candidate: number; party: string } | null;
    shown: { candidate: number; party: string } | null;
  }[];
  /** Both houses; null for more than 1,000 seats. */
  houses: { kept: SmallHouse; shown: SmallHouse } | null;
}

/** A half circle without buttons: path data of points, to be stroked with round ends twice `radius` broad. */
export interface SmallHouse {
  width: number; height: number; radius: number;
  /** A path for each party with seats; `party` null: seats that nobody holds. */
  blocks: { party: string | null; path: string }[];
  /** The seats in which the two differ. */
  marked: string;
}
