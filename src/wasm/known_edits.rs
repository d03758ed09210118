//! Scenario objects as the small module reads them. The full module's derived reading would add an eighth to it, to say
//! what is wrong; what cannot be read here is left to that.

use crate::decode::Value;
use crate::scenario::{Award, Chosen, Edit, Scenario, Stance};

/// The scenario, if it holds nothing but awards and stances.
pub fn scenario(value: &Value) -> Option<Scenario> {
    let Value::List(edits) = value.field("edits") else {
        return None;
    };
    Some(Scenario {
        election: text(value.field("election")),
        fingerprint: text(value.field("fingerprint")),
        edits: edits.iter().map(edit).collect::<Option<_>>()?,
    })
}

fn edit(value: &Value) -> Option<Edit> {
    let [(kind, body)] = value.fields() else {
        return None;
    };
    Some(match &**kind {
        "award" => Edit::Award(Award {
            constituency: text(body.field("constituency"))?,
            candidate: match body.field("candidate") {
                Value::Number(serial) => Chosen::Serial(*serial as u32),
                party => Chosen::Party(text(party)?),
            },
        }),
        "stance" => Edit::Stance(Stance {
            r#for: texts(body.field("for"))?,
            not_voting: texts(body.field("notVoting"))?,
        }),
        _ => return None,
    })
}

fn text(value: &Value) -> Option<String> {
    value.text().map(str::to_owned)
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.items().iter().map(text).collect()
}
