//! The minimal winning coalitions one by one in their order, each found without trying others first.
//!
//! For a number of members and a surplus `u`, the coalitions are the sets of that many players above `u` seats with exactly
//! quota + `u` seats. A guide knows which sums the players still to be decided can reach with how many members, so that
//! no branch is entered that holds no answer.

use super::constraints::{Choice, CoalitionSet};
use super::count::takings;
use super::subset_sums::SubsetSums;
use crate::voting::game::{Players, members};

/// A minimal winning coalition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coalition {
    /// Its members.
    pub players: Players,
    /// Their seats.
    pub seats: u32,
    /// Seats above the quota (above what was missing, for completions).
    pub surplus: u32,
}

/// How many of a class of players a type of coalition takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Seats of each player of the class.
    pub weight: u32,
    /// The players of the class.
    pub players: Players,
    /// How many of them are in, at least one.
    pub taken: u32,
}

/// All minimal winning coalitions that differ only in players of equal weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoalitionType {
    /// The classes that have members, heaviest first.
    pub parts: Vec<Part>,
    /// Members of each coalition of the type.
    pub members: u32,
    /// Seats of each coalition of the type.
    pub seats: u32,
    /// Seats above the quota.
    pub surplus: u32,
    /// How many coalitions are of this type.
    pub coalitions: u128,
}

/// [`CoalitionSet::in_order`]: resumable by nature, one coalition a step.
#[derive(Clone, Debug)]
pub struct Ranked {
    search: Search,
}

impl Ranked {
    pub(super) fn new(ways: &CoalitionSet) -> Self {
        let free = ways.classes.iter().map(|class| class.players);
        let open = free.fold(ways.named, |all, players| all | players);
        let items = members(open)
            .map(|player| Item {
                weight: ways.weights[player],
                players: 1 << player,
                named: ways.named >> player & 1 != 0,
            })
            .collect();
        Self {
            search: Search::new(ways, items),
        }
    }
}

impl Iterator for Ranked {
    type Item = Coalition;

    fn next(&mut self) -> Option<Coalition> {
        if !self.search.advance() {
            return None;
        }
        let mut players = 0;
        for (item, taken) in self.search.taken() {
            if taken > 0 {
                players |= item.players;
            }
        }
        Some(Coalition {
            players,
            seats: self.search.mark + self.search.surplus,
            surplus: self.search.surplus,
        })
    }
}

/// [`CoalitionSet::types_in_order`]: resumable by nature, one type a step.
#[derive(Clone, Debug)]
pub struct TypesInOrder {
    search: Search,
}

impl TypesInOrder {
    pub(super) fn new(ways: &CoalitionSet) -> Self {
        let free = ways.classes.iter().map(|class| Item {
            weight: class.weight,
            players: class.players,
            named: false,
        });
        let named = members(ways.named).map(|player| Item {
            weight: ways.weights[player],
            players: 1 << player,
            named: true,
        });
        let mut items: Vec<Item> = free.chain(named).collect();
        crate::order::short(&mut items, |one, other| other.weight.cmp(&one.weight));
        Self {
            search: Search::new(ways, items),
        }
    }
}

impl Iterator for TypesInOrder {
    type Item = CoalitionType;

    fn next(&mut self) -> Option<CoalitionType> {
        if !self.search.advance() {
            return None;
        }
        let mut found = CoalitionType {
            parts: Vec::new(),
            members: self.search.members as u32,
            seats: self.search.mark + self.search.surplus,
            surplus: self.search.surplus,
            coalitions: 1,
        };
        for (item, taken) in self.search.taken() {
            if taken > 0 {
                let ways = takings::<u128>(item.players.count_ones())[taken as usize];
                found.coalitions *= ways;
                found.parts.push(Part {
                    weight: item.weight,
                    players: item.players,
                    taken,
                });
            }
        }
        Some(found)
    }
}

/// Players decided together.
#[derive(Clone, Copy, Debug)]
struct Item {
    weight: u32,
    players: Players,
    /// Whether it is one player whom the filter names, so that the choices decide on it and not the guide.
    named: bool,
}

/// Guides together hold at most about this many bytes, or the one in use alone.
const GUIDES: usize = 8 << 20;

#[derive(Clone, Debug)]
struct Search {
    mark: u32,
    heaviest: u32,
    most_members: usize,
    choices: Vec<Choice>,
    items: Vec<Item>,
    /// Sums of the free players above a surplus, heaviest first: whether a number of members and a surplus have an answer.
    all: SubsetSums,
    /// Free classes: the weight of each, heaviest first.
    weights: Vec<u32>,
    /// By number of classes above the surplus, the sums of free items after a place in the order.
    guides: Vec<Option<SubsetSums>>,
    members: usize,
    surplus: u32,
    /// Items above the surplus, as indices into `items`; how many of each are taken; free items from each place on.
    open: Vec<usize>,
    taken: Vec<u32>,
    free_from: Vec<usize>,
    /// Named players before each place.
    decided: Vec<Players>,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing found yet for these members and this surplus.
    Fresh,
    /// The last answer is in `taken`.
    Found,
    /// Nothing more.
    Done,
}

/// What is still to be taken, and which named players have been.
#[derive(Clone, Copy)]
struct Left {
    members: usize,
    seats: usize,
    named: Picked,
}

/// The named players taken so far.
#[derive(Clone, Copy)]
struct Picked {
    players: Players,
    members: usize,
    seats: usize,
}

impl Search {
    fn new(ways: &CoalitionSet, items: Vec<Item>) -> Self {
        let heaviest = ways.heaviest();
        let groups: Vec<(u32, u32)> = ways
            .classes
            .iter()
            .map(|class| (class.weight, class.size()))
            .collect();
        let (mut most_members, mut most_seats) = (0, 0);
        for item in &items {
            let size = item.players.count_ones();
            most_members += size as usize;
            most_seats += item.weight * size;
        }
        let hopeless = if ways.mark == 0 {
            !ways.nobody_is_enough()
        } else {
            most_seats < ways.mark
        };
        let highest = (ways.mark + heaviest) as usize;
        Self {
            mark: ways.mark,
            heaviest: if ways.mark == 0 { 1 } else { heaviest },
            most_members: if ways.mark == 0 { 0 } else { most_members },
            choices: ways.choices.clone(),
            items,
            weights: groups.iter().map(|group| group.0).collect(),
            guides: vec![None; groups.len() + 1],
            all: SubsetSums::new(groups, highest),
            members: 0,
            surplus: 0,
            open: Vec::new(),
            taken: Vec::new(),
            free_from: Vec::new(),
            decided: Vec::new(),
            state: if hopeless { State::Done } else { State::Fresh },
        }
    }

    /// Finds the next answer.
    fn advance(&mut self) -> bool {
        loop {
            match self.state {
                State::Done => return false,
                State::Found => {
                    if self.next_here() {
                        return true;
                    }
                }
                State::Fresh => {}
            }
            self.state = self.next_surplus();
            if self.state == State::Found {
                self.open_up();
                self.fill(0, self.everything_left());
                return true;
            }
        }
    }

    /// Moves on to the next members and surplus that have an answer, and says whether there are any.
    fn next_surplus(&mut self) -> State {
        if self.state == State::Found {
            self.surplus += 1;
        }
        loop {
            while self.surplus < self.heaviest {
                let classes = self.classes_open();
                // The same classes are open up to this surplus.
                let end = match classes {
                    0 => self.heaviest,
                    classes => self.weights[classes - 1].min(self.heaviest),
                };
                let next = self.answer_between(classes, end);
                self.surplus = next.unwrap_or(end);
                if next.is_some() {
                    return State::Found;
                }
            }
            self.surplus = 0;
            self.members += 1;
            if self.members > self.most_members {
                return State::Done;
            }
            self.all.grow(self.members);
        }
    }

    /// The first surplus from the present one on and below `end` that has an answer; `classes` are open for all of them.
    fn answer_between(&self, classes: usize, end: u32) -> Option<u32> {
        let mut first = None;
        for choice in &self.choices {
            let Some(members) = self.members.checked_sub(choice.members as usize) else {
                continue;
            };
            let end = first.unwrap_or(end).min(choice.least);
            // Sums of the free players that go with surpluses from the present one to `end`.
            let from = (self.mark + self.surplus).saturating_sub(choice.seats) as usize;
            let to = (self.mark + end).saturating_sub(choice.seats) as usize;
            if let Some(sum) = self.all.first(classes, members, from, to) {
                first = Some(sum as u32 + choice.seats - self.mark);
            }
        }
        first
    }

    /// Free classes above the surplus.
    fn classes_open(&self) -> usize {
        self.weights
            .partition_point(|&weight| weight > self.surplus)
    }

    /// Whether `choice` can be completed by the first `groups` groups of `reach`.
    fn fits(&self, choice: &Choice, left: Left, reach: &SubsetSums, groups: usize) -> bool {
        let more_members = choice.members as usize - left.named.members;
        let more_seats = choice.seats as usize - left.named.seats;
        choice.least > self.surplus
            && more_members <= left.members
            && more_seats <= left.seats
            && reach.has(groups, left.members - more_members, left.seats - more_seats)
    }

    fn everything_left(&self) -> Left {
        Left {
            members: self.members,
            seats: (self.mark + self.surplus) as usize,
            named: Picked {
                players: 0,
                members: 0,
                seats: 0,
            },
        }
    }

    /// Sets up the items above the surplus and their guide.
    fn open_up(&mut self) {
        self.open.clear();
        self.decided.clear();
        let mut named = 0;
        for (index, item) in self.items.iter().enumerate() {
            if item.weight > self.surplus {
                self.open.push(index);
                self.decided.push(named);
                if item.named {
                    named |= item.players;
                }
            }
        }
        self.decided.push(named);
        self.taken.clear();
        self.taken.resize(self.open.len(), 0);
        self.free_from.clear();
        self.free_from.resize(self.open.len() + 1, 0);
        for place in (0..self.open.len()).rev() {
            let free = !self.items[self.open[place]].named;
            self.free_from[place] = self.free_from[place + 1] + usize::from(free);
        }
        let classes = self.classes_open();
        let held: usize = self.guides.iter().flatten().map(SubsetSums::bytes).sum();
        if held > GUIDES {
            for (index, guide) in self.guides.iter_mut().enumerate() {
                if index != classes {
                    *guide = None;
                }
            }
        }
        let highest = (self.mark + self.heaviest) as usize;
        let guide = self.guides[classes].get_or_insert_with(|| {
            let items = self.open.iter().rev().map(|&index| &self.items[index]);
            let groups = items
                .filter(|item| !item.named)
                .map(|item| (item.weight, item.players.count_ones()))
                .collect();
            SubsetSums::new(groups, highest)
        });
        guide.grow(self.members);
    }

    /// Whether what is left can be completed from `place` on.
    fn possible(&self, place: usize, left: Left) -> bool {
        let Some(guide) = &self.guides[self.classes_open()] else {
            return false;
        };
        let (decided, free) = (self.decided[place], self.free_from[place]);
        self.choices.iter().any(|choice| {
            choice.players & decided == left.named.players && self.fits(choice, left, guide, free)
        })
    }

    /// What is left after `taken` of the item at `place`, if so many can be taken.
    fn take(&self, place: usize, left: Left, taken: u32) -> Option<Left> {
        let item = &self.items[self.open[place]];
        let (members, seats) = (taken as usize, (item.weight * taken) as usize);
        let mut left = Left {
            members: left.members.checked_sub(members)?,
            seats: left.seats.checked_sub(seats)?,
            named: left.named,
        };
        if item.named && taken > 0 {
            left.named.players |= item.players;
            left.named.members += members;
            left.named.seats += seats;
        }
        self.possible(place + 1, left).then_some(left)
    }

    /// Takes as many as possible of each item from `place` on; there is an answer.
    fn fill(&mut self, place: usize, left: Left) {
        let mut left = left;
        for place in place..self.open.len() {
            self.taken[place] = 0;
            if left.members == 0 {
                continue;
            }
            let size = self.items[self.open[place]].players.count_ones();
            for taken in (0..=size).rev() {
                if let Some(then) = self.take(place, left, taken) {
                    self.taken[place] = taken;
                    left = then;
                    break;
                }
            }
        }
    }

    /// The next answer with the same members and surplus.
    fn next_here(&mut self) -> bool {
        let mut before = Vec::with_capacity(self.open.len());
        let mut left = self.everything_left();
        for (place, &taken) in self.taken.iter().enumerate() {
            before.push(left);
            let item = &self.items[self.open[place]];
            left.members -= taken as usize;
            left.seats -= (item.weight * taken) as usize;
            if item.named && taken > 0 {
                left.named.players |= item.players;
                left.named.members += 1;
                left.named.seats += item.weight as usize;
            }
        }
        for place in (0..self.open.len()).rev() {
            for taken in (0..self.taken[place]).rev() {
                if let Some(then) = self.take(place, before[place], taken) {
                    self.taken[place] = taken;
                    self.fill(place + 1, then);
                    return true;
                }
            }
        }
        false
    }

    /// The last answer: each item above the surplus with how many of it are in.
    fn taken(&self) -> impl Iterator<Item = (&Item, u32)> {
        let items = self.open.iter().map(|&index| &self.items[index]);
        items.zip(self.taken.iter().copied())
    }
}
