//! Members move: crossings, resignations, absences; and the base of the mark with its Speaker.

use super::{Movement, MovementKind, Partner, Seated, Who, two_thirds};
use crate::election::member::Member;
use crate::majority::BaseKind;
use crate::scenario::{Absent, Cross, Edit, MarkEdit, Resign};
use crate::status::Status;

impl Partner {
    /// Takes members away, those who won first; answers how many won and led.
    fn take(&mut self, members: u32) -> (u32, u32) {
        let won = members.min(self.won);
        let leading = (members - won).min(self.leading);
        self.won -= won;
        self.leading -= leading;
        (won, leading)
    }
}

impl Seated<'_> {
    /// Applies the edits that move members, and the base. Those that change something are pushed to `kept`.
    pub fn move_members(&mut self, edits: &[Edit], kept: &mut Vec<Edit>) {
        for (i, edit) in edits.iter().enumerate() {
            let changed = match edit {
                Edit::Cross(cross) => self.cross(cross, i),
                Edit::Resign(Resign::Members { from, members }) => self.resign(from, *members, i),
                Edit::Resign(Resign::Seat { constituency }) => self.vacate(constituency, i),
                Edit::Absent(absent) => self.absent(absent, i),
                Edit::House(mark) => {
                    kept.extend(self.mark(mark, i).map(Edit::from));
                    false
                }
                Edit::Pool(_) | Edit::Swing(_) | Edit::Award(_) | Edit::Realign(_) => false,
                Edit::Stance(_) => false,
            };
            if changed {
                kept.push(edit.clone());
            }
        }
    }

    fn cross(&mut self, cross: &Cross, i: usize) -> bool {
        let from = self.party(&cross.from, i, "cross", "from");
        let to = match self.election.alliance(&cross.to) {
            Some(alliance) => from.map(|from| Who::Breakaway(from, alliance)),
            None => {
                let party = self.party(&cross.to, i, "cross", "to");
                party.map(|party| Who::Member(Member::Party(party)))
            }
        };
        let (Some(from), Some(to)) = (from, to) else {
            return false;
        };
        if to == Who::Member(Member::Party(from)) {
            let message = format!("{} sits with itself already", cross.from);
            self.problems(i, "cross").add("to", "same-side", message);
            return false;
        }
        let Some(source) = self.position(Who::Member(Member::Party(from))) else {
            return false;
        };
        let group = match to {
            Who::Breakaway(_, alliance) => self.groups.of_alliance(alliance),
            Who::Member(member) => self.groups.of_member(member),
            Who::Nominated => None,
        };
        // Sitting with the alliance it belongs to anyway.
        if matches!(to, Who::Breakaway(..)) && self.house.partners[source].group == group {
            return false;
        }
        let (won, leading) = self.house.partners[source].take(cross.members);
        let moved = won + leading;
        self.moved(
            MovementKind::Cross,
            &cross.from,
            Some(&cross.to),
            cross.members,
            moved,
        );
        if moved == 0 {
            return false;
        }
        let target = self.position(to).unwrap_or_else(|| {
            // Nominated members stay last.
            let end = self.position(Who::Nominated);
            let at = end.unwrap_or(self.house.partners.len());
            self.house.partners.insert(at, Partner::new(to, group));
            at
        });
        let target = &mut self.house.partners[target];
        target.won += won;
        target.leading += leading;
        true
    }

    fn resign(&mut self, from: &str, members: u32, i: usize) -> bool {
        let Some(party) = self.party(from, i, "resign", "from") else {
            return false;
        };
        let source = self.position(Who::Member(Member::Party(party)));
        let moved = source.map_or(0, |source| {
            let (won, leading) = self.house.partners[source].take(members);
            won + leading
        });
        self.moved(MovementKind::Resign, from, None, members, moved);
        self.house.resigned += moved;
        moved > 0
    }

    /// The member for a constituency resigns.
    fn vacate(&mut self, id: &str, i: usize) -> bool {
        let Some(seat) = self.election.constituency(id) else {
            self.problems(i, "resign")
                .unknown_constituency("constituency", id);
            return false;
        };
        let result = &self.seats.results[seat];
        let Some(holder) = result.holder else {
            return false;
        };
        let seated = |who: Who| {
            let place = self.position(who);
            place.filter(|&k| self.house.partners[k].seats() > 0)
        };
        let mut who = Who::Member(Member::of(self.election, holder, seat));
        // Where all of a party crossed, the member is among those who did.
        for movement in &self.house.movements {
            if seated(who).is_none()
                && movement.from == who.id(self.election)
                && let Some(to) = &movement.to
            {
                who = self.crossed(&movement.from, to).unwrap_or(who);
            }
        }
        let Some(source) = seated(who) else {
            return false;
        };
        let partner = &mut self.house.partners[source];
        if result.status == Status::Leading && partner.leading > 0 {
            partner.leading -= 1;
        } else {
            partner.take(1);
        }
        self.house.vacated.push(seat);
        true
    }

    /// What members of a party are who sit with this party or alliance.
    fn crossed(&self, from: &str, to: &str) -> Option<Who> {
        Some(match self.election.alliance(to) {
            Some(alliance) => Who::Breakaway(self.election.party(from)?, alliance),
            None => Who::Member(Member::Party(self.election.party(to)?)),
        })
    }

    fn absent(&mut self, absent: &Absent, i: usize) -> bool {
        let member = match Member::parse(self.election, &absent.from) {
            Some(single @ Member::Single(_)) => single,
            _ => match self.party(&absent.from, i, "absent", "from") {
                Some(party) => Member::Party(party),
                None => return false,
            },
        };
        let source = self.position(Who::Member(member));
        let moved = source.map_or(0, |source| {
            let partner = &mut self.house.partners[source];
            let moved = absent.members.min(partner.voting());
            partner.silent += moved;
            moved
        });
        self.moved(
            MovementKind::Absent,
            &absent.from,
            None,
            absent.members,
            moved,
        );
        moved > 0
    }

    /// Sets the base and seats the Speaker; answers the edit as far as it changes something.
    fn mark(&mut self, mark: &MarkEdit, i: usize) -> Option<MarkEdit> {
        self.house.base = mark.base;
        if let Some(id) = &mark.speaker {
            match Member::parse(self.election, id) {
                Some(member) => {
                    if let Some(source) = self.position(Who::Member(member))
                        && self.house.partners[source].voting() > 0
                    {
                        self.house.partners[source].silent += 1;
                        self.house.speaker = Some(id.clone());
                    }
                }
                None => self.problems(i, "house").unknown_party("speaker", id),
            }
        }
        let kept = MarkEdit {
            base: mark.base,
            speaker: self.house.speaker.clone(),
        };
        (kept.base != BaseKind::Total || kept.speaker.is_some()).then_some(kept)
    }

    fn party(&mut self, id: &str, i: usize, kind: &'static str, field: &str) -> Option<u16> {
        let party = self.election.party(id);
        if party.is_none() {
            self.problems(i, kind).unknown_party(field, id);
        }
        party
    }

    fn moved(&mut self, kind: MovementKind, from: &str, to: Option<&str>, asked: u32, moved: u32) {
        if moved == 0 {
            return;
        }
        let party = self.election.party(from).map(Member::Party);
        let source = party.and_then(|party| self.position(Who::Member(party)));
        let of = source.map_or(1, |k| self.house.partners[k].before);
        let two_thirds = two_thirds(of);
        self.house.movements.push(Movement {
            kind,
            from: from.to_owned(),
            to: to.map(str::to_owned),
            asked,
            moved,
            of,
            two_thirds,
            reaches: moved >= two_thirds,
        });
    }
}
