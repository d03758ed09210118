//! How everybody votes: as those in power, or as the reader has chosen.

use super::{Partner, Seated, Vote, Who};
use crate::election::member::{Member, NOMINATED};
use crate::majority::mark;
use crate::scenario::{Stance, sort_ids};
use crate::status::Status;
use std::mem::replace;

impl Seated<'_> {
    /// Who is in power is For: a grouping with a majority that realignments have made, else the alliance or party the data
    /// name, else who has a majority in the declared result.
    pub fn default_stance(&mut self) {
        let power = match &self.election.government {
            Some(id) => match self.election.alliance(id) {
                Some(alliance) => self.groups.of_alliance(alliance),
                None => {
                    let party = self.election.party(id).map(Member::Party);
                    party.and_then(|party| self.groups.of_member(party))
                }
            },
            None => self.declared_majority(),
        };
        let regrouped = self.groups.realigned.then(|| self.majority_now());
        let Some(power) = regrouped.flatten().or(power) else {
            return;
        };
        for partner in &mut self.house.partners {
            if partner.group == Some(power) {
                partner.vote = Vote::For;
            }
        }
    }

    /// The group that has a majority as the house is seated.
    fn majority_now(&self) -> Option<u16> {
        let partners = self.house.partners.iter();
        self.reaching(partners.map(|partner| (partner.group, partner.seats())))
    }

    /// The group that has won one in the declared result.
    fn declared_majority(&self) -> Option<u16> {
        let constituencies = self.election.constituencies.iter().enumerate();
        self.reaching(constituencies.map(|(i, constituency)| {
            let settled = constituency.status != Status::Leading;
            let holder = constituency.holder.filter(|_| settled);
            let group = |holder| self.groups.of_candidate(self.election, holder, i);
            (holder.and_then(group), 1)
        }))
    }

    /// The group that reaches the mark on all seats with these.
    fn reaching(&self, counted: impl Iterator<Item = (Option<u16>, u32)>) -> Option<u16> {
        let mut of_groups = vec![0_u32; self.groups.groups.len()];
        for (group, seats) in counted {
            if let Some(group) = group {
                of_groups[group as usize] += seats;
            }
        }
        let mark = mark(self.election.constituencies.len() as u32);
        let found = of_groups.iter().position(|&seats| seats >= mark);
        found.map(|group| group as u16)
    }

    /// Applies a stance; answers how everybody voted before.
    pub fn take_stance(&mut self, stance: &Stance, i: usize) -> Vec<(Who, Vote)> {
        let partners = self.house.partners.iter_mut();
        let before = partners
            .map(|partner| (partner.who, replace(&mut partner.vote, Vote::Against)))
            .collect();
        let lists = [
            ("for", &stance.r#for, Vote::For),
            ("notVoting", &stance.not_voting, Vote::NotVoting),
        ];
        for (field, ids, vote) in lists {
            for id in ids {
                let Some(named) = self.named(id) else {
                    let message = format_args!("no party or alliance is called \"{id}\"");
                    self.problems(i, "stance").add(field, "unknown-id", message);
                    continue;
                };
                for k in named {
                    let before = replace(&mut self.house.partners[k].vote, vote);
                    if vote == Vote::NotVoting && before == Vote::For {
                        let message = format_args!("\"{id}\" is For already");
                        self.problems(i, "stance")
                            .add(field, "two-stances", message);
                    }
                }
            }
        }
        before
    }

    /// Indexes of the partners an id of a stance names; empty for a party without members, `None` for an unknown id.
    fn named(&self, id: &str) -> Option<Vec<usize>> {
        let all = |named: &dyn Fn(&Partner) -> bool| {
            let partners = self.house.partners.iter().enumerate();
            let named = partners.filter(|(_, partner)| named(partner));
            Some(named.map(|(k, _)| k).collect())
        };
        if id == NOMINATED {
            return all(&|partner| partner.who == Who::Nominated);
        }
        if let Some(alliance) = self.election.alliance(id) {
            let group = self.groups.of_alliance(alliance);
            return all(&|partner| partner.group == group);
        }
        let member = Member::parse(self.election, id)?;
        all(&|partner| partner.who == Who::Member(member))
    }

    /// The stance in full, where it differs from how everybody voted without it: of those who have members, or had
    /// before they crossed. Known only after the crossings, since a party may gain its first members by one.
    pub fn chosen_stance(&mut self, without: &[(Who, Vote)]) -> Option<Stance> {
        let counting = || self.house.partners.iter().filter(|one| one.counts());
        let changed = counting().any(|partner| {
            let before = without.iter().find(|(who, _)| *who == partner.who);
            before.is_some_and(|(_, vote)| *vote != partner.vote)
        });
        if changed {
            let listed = |vote: Vote| -> Vec<String> {
                let chosen = counting().filter(|one| one.vote == vote);
                let named = chosen.filter(|one| !matches!(one.who, Who::Breakaway(..)));
                let mut ids: Vec<String> = named.map(|one| one.who.id(self.election)).collect();
                sort_ids(&mut ids);
                ids
            };
            let stance = Stance {
                r#for: listed(Vote::For),
                not_voting: listed(Vote::NotVoting),
            };
            self.house.stance_chosen = true;
            return Some(stance);
        }
        for (who, vote) in without {
            if let Some(k) = self.position(*who) {
                self.house.partners[k].vote = *vote;
            }
        }
        None
    }

    /// Members who sit with an alliance vote as its largest partner does (the first of several; against where it has none
    /// but them).
    pub fn breakaways_follow(&mut self) {
        let partners = &self.house.partners;
        let votes: Vec<Vote> = partners
            .iter()
            .map(|partner| {
                if !matches!(partner.who, Who::Breakaway(..)) {
                    return partner.vote;
                }
                let others = partners.iter().rev().filter(|other| {
                    other.group == partner.group
                        && matches!(other.who, Who::Member(_))
                        && other.counts()
                });
                let largest = others.max_by_key(|other| other.before);
                largest.map_or(Vote::Against, |largest| largest.vote)
            })
            .collect();
        for (partner, vote) in self.house.partners.iter_mut().zip(votes) {
            partner.vote = vote;
        }
    }
}
