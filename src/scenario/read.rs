//! A scenario object, as RULES.md shapes it → [`Scenario`].

use super::{
    Award, BaseKind, Chosen, Cross, Edit, House, Members, Model, Pool, Realign, Resign, Scenario,
    Scope, Seat, Stance, Swing, WHOLE,
};
use crate::FULL;
use crate::node::{Kind, Node};
use crate::problem::{Path, needs_full};
use crate::read::Reader;

const MOST_MEMBERS: u64 = 60_000;

/// Reads a scenario object. What is wrong goes to the reader's problems.
pub fn read<N: Node>(reader: &mut Reader, root: &N) -> Scenario {
    let at = Path::ROOT;
    if root.kind() != Kind::Object {
        reader.expected(&at, root.kind(), "an object with edits");
        return Scenario::default();
    }
    let edits_at = at.field("edits");
    Scenario {
        election: reader.maybe_text(&root.field("election"), &at.field("election")),
        fingerprint: reader.maybe_text(&root.field("fingerprint"), &at.field("fingerprint")),
        edits: read_edits(reader, &root.field("edits"), &edits_at),
    }
}

/// Reads a list of edits.
pub fn read_edits<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Vec<Edit> {
    let items = reader.list(node, at);
    let mut edits = Vec::new();
    for (i, item) in items.iter().enumerate() {
        edits.extend(edit(reader, item, &at.item(i)));
    }
    edits
}

/// Reads a swing without its points: who, where and of what they are a share.
pub fn read_swing<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Swing {
    Body { reader, node, at }.swing(0)
}

/// Reads a pool without its efficiency: who, with whom and where.
pub fn read_pool<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Pool {
    Body { reader, node, at }.pool(0)
}

fn edit<N: Node>(reader: &mut Reader, node: &N, at: &Path) -> Option<Edit> {
    let names = node.names();
    let name = match names.as_slice() {
        [name] => name.as_str(),
        _ => {
            reader.expected(
                at,
                node.kind(),
                "an object with one field, the kind of edit",
            );
            return None;
        }
    };
    let body = node.field(name);
    let at = at.field(name);
    if body.kind() != Kind::Object {
        reader.expected(&at, body.kind(), "an object");
        return None;
    }
    let mut body = Body {
        reader,
        node: &body,
        at: &at,
    };
    Some(match name {
        "award" => Edit::Award(body.award()),
        "stance" => Edit::Stance(Stance {
            r#for: body.texts("for"),
            not_voting: body.texts("notVoting"),
        }),
        _ if !FULL => {
            needs_full(&mut body.reader.problems);
            return None;
        }
        "pool" => {
            let efficiency = body.whole("efficiency", u64::from(WHOLE));
            Edit::Pool(body.pool(efficiency))
        }
        "swing" => {
            let points = body.whole("points", u64::from(WHOLE));
            Edit::Swing(body.swing(points))
        }
        "realign" => Edit::Realign(Realign {
            party: body.text("party"),
            alliance: body.maybe_text("alliance"),
        }),
        "cross" => Edit::Cross(Cross {
            from: body.text("from"),
            to: body.text("to"),
            members: body.members(),
        }),
        "resign" => Edit::Resign(match body.maybe_text("constituency") {
            Some(constituency) => Resign::Seat(Seat { constituency }),
            None if body.node.field("from").kind() == Kind::Missing => {
                body.reader.problems.add(
                    body.at,
                    "vacancy-of-nobody",
                    "name a party and how many members, or a constituency",
                );
                return None;
            }
            None => Resign::Members(Members {
                from: body.text("from"),
                members: body.members(),
            }),
        }),
        "absent" => Edit::Absent(Members {
            from: body.text("from"),
            members: body.members(),
        }),
        "house" => Edit::House(House {
            base: match body.text("base").as_str() {
                "total" => BaseKind::Total,
                "effective" => BaseKind::Effective,
                "voting" => BaseKind::Voting,
                other => {
                    if body.node.field("base").kind() == Kind::Text {
                        body.unknown("base", other);
                    }
                    BaseKind::Total
                }
            },
            speaker: body.maybe_text("speaker"),
        }),
        other => {
            let message = format!("no edit is called \"{other}\"");
            body.reader.problems.add(body.at, "unknown-edit", message);
            return None;
        }
    })
}

struct Body<'a, N> {
    reader: &'a mut Reader,
    node: &'a N,
    at: &'a Path<'a>,
}

impl<N: Node> Body<'_, N> {
    fn text(&mut self, name: &str) -> String {
        self.reader
            .text(&self.node.field(name), &self.at.field(name))
    }

    fn maybe_text(&mut self, name: &str) -> Option<String> {
        self.reader
            .maybe_text(&self.node.field(name), &self.at.field(name))
    }

    fn texts(&mut self, name: &str) -> Vec<String> {
        self.reader
            .texts(&self.node.field(name), &self.at.field(name))
    }

    fn some_texts(&mut self, node: &N, at: &Path) -> Vec<String> {
        let texts = self.reader.texts(node, at);
        if texts.is_empty() {
            self.reader
                .problems
                .add(at, "too-small", "expected at least 1");
        }
        texts
    }

    fn whole(&mut self, name: &str, most: u64) -> u32 {
        let node = self.node.field(name);
        self.reader.whole(&node, &self.at.field(name), most) as u32
    }

    fn members(&mut self) -> u32 {
        let members = self.whole("members", MOST_MEMBERS);
        if members == 0 {
            let at = self.at.field("members");
            self.reader
                .problems
                .add(at, "too-small", "expected at least 1");
        }
        members
    }

    fn unknown(&mut self, name: &str, word: &str) {
        let message = format!("\"{word}\" is not known here");
        self.reader
            .problems
            .add(self.at.field(name), "unknown-word", message);
    }

    fn award(&mut self) -> Award {
        Award {
            constituency: self.text("constituency"),
            candidate: if self.node.field("candidate").kind() == Kind::Text {
                Chosen::Party(self.text("candidate"))
            } else {
                Chosen::Serial(self.whole("candidate", MOST_MEMBERS))
            },
        }
    }

    fn pool(&mut self, efficiency: u32) -> Pool {
        Pool {
            target: self.text("target"),
            joiners: self.some_texts(&self.node.field("joiners"), &self.at.field("joiners")),
            efficiency,
            scope: self.scope(),
        }
    }

    fn swing(&mut self, points: u32) -> Swing {
        Swing {
            from: self.text("from"),
            to: self.text("to"),
            points,
            scope: self.scope(),
            model: match self.maybe_text("model").as_deref() {
                None | Some("uniform") => Model::Uniform,
                Some("proportional") => Model::Proportional,
                Some(other) => {
                    self.unknown("model", other);
                    Model::Uniform
                }
            },
        }
    }

    fn scope(&mut self) -> Option<Scope> {
        let node = self.node.field("scope");
        if matches!(node.kind(), Kind::Missing | Kind::Null) {
            return None;
        }
        let at = self.at.field("scope");
        let names = node.names();
        let [name] = names.as_slice() else {
            self.reader
                .expected(&at, node.kind(), "an object with one field");
            return None;
        };
        let field = node.field(name);
        let field_at = at.field(name);
        if name == "constituencies" {
            let ids = self.some_texts(&field, &field_at);
            return Some(Scope::Constituencies(ids));
        }
        let id = self.reader.text(&field, &field_at);
        Some(match name.as_str() {
            "category" => Scope::Category(id),
            "division" => Scope::Division(id),
            "district" => Scope::District(id),
            "parliamentary" => Scope::Parliamentary(id),
            "phase" => Scope::Phase(id),
            other => {
                let message = format!("no scope is called \"{other}\"");
                self.reader.problems.add(at, "unknown-scope", message);
                return None;
            }
        })
    }
}
