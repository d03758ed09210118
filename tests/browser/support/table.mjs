// A small table of results, and how it is read.

export const TABLE = `Seat,Who,Label,Polled
North,Ann,Red,1200
North,Bob,Blue,900
South,Cid,Blue,700
South,Dot,Red,650
West,Eve,Red,10
West,Fay,Blue,9
`;
export const RECIPE = JSON.stringify({
  recipe: 1,
  decisions: {
    header: "1",
    "column.place": "Seat",
    "column.candidate": "Who",
    "column.party": "Label",
    "column.votes": "Polled",
    title: "Three seats",
  },
});
