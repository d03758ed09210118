//! Faults that only follow from others: what could not be read is told, not what is missing without it.

use crate::problem::{Problem, Problems};

/// Adds what is wrong with what was read, `found`, to what could not be read, as far as it does not
/// follow from that.
pub fn add_causes(unread: &mut Problems, found: Problems) {
    if unread.total() == 0 {
        *unread = found;
        return;
    }
    let causes = unread.all().to_vec();
    for problem in found.all() {
        if !causes.iter().any(|cause| follows(cause, problem)) {
            unread.add(&problem.path, problem.code, &problem.message);
        }
    }
}

fn follows(cause: &Problem, problem: &Problem) -> bool {
    let (cause, path) = (cause.path.as_str(), problem.path.as_str());
    let below = path.strip_prefix(cause);
    if below.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '['])) {
        return true;
    }
    let id = cause.ends_with(".id");
    match problem.code {
        "unknown-id" => id && !cause.starts_with("constituencies"),
        "missing-constituency" => {
            cause == "constituencies" || (id && cause.starts_with("constituencies"))
        }
        // What was not read of a ballot can be what its result does not fit.
        _ => {
            let ballot = constituency(cause);
            ballot.is_some() && ballot == constituency(path) && !cause.ends_with(".name")
        }
    }
}

/// The place of the constituency that a path leads into.
fn constituency(path: &str) -> Option<&str> {
    let index = path.strip_prefix("constituencies[")?;
    index.split_once(']').map(|(index, _)| index)
}
