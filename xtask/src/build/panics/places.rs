//! The places panics stand at: records of file, line and column in the module's memory, whose addresses are handed from
//! function to function until a panic would tell them.

use std::collections::{BTreeSet, HashSet};

use walrus::ir::{Const, Instr, InstrSeqId, Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, FunctionId, LocalFunction, LocalId, Module};

use super::{each, inner, within};

/// A record: address and length of the file's name, line, column.
const RECORD: usize = 16;
/// The longest file name looked for.
const LONGEST: usize = 300;

/// Hands 0 to functions that do not read their last argument, or only hand it on to such functions. The place is the
/// last argument of all that take one.
pub fn forget(module: &mut Module) {
    let idle = idle(module);
    each(module, |function| {
        let entry = function.entry_block();
        hand_nothing(function, entry, &idle);
    });
}

/// The functions whose last argument is never put to use.
fn idle(module: &Module) -> HashSet<FunctionId> {
    let mut idle: HashSet<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    // Each round finds those that hand it to one found before; the last one finds nothing.
    loop {
        let known = idle.len();
        for (id, function) in module.funcs.iter_local() {
            let used = function.args.last().is_none_or(|&argument| {
                let entry = function.entry_block();
                is_used(function, entry, argument, &idle)
            });
            if used {
                idle.remove(&id);
            }
        }
        if known == idle.len() {
            return idle;
        }
    }
}

fn is_used(
    function: &LocalFunction,
    sequence: InstrSeqId,
    argument: LocalId,
    idle: &HashSet<FunctionId>,
) -> bool {
    let instructions = &function.block(sequence).instrs;
    let mut numbered = instructions.iter().enumerate();
    numbered.any(|(at, (instruction, _))| match instruction {
        Instr::LocalGet(get) if get.local == argument => {
            let next = instructions.get(at + 1);
            !matches!(next, Some((Instr::Call(call), _)) if idle.contains(&call.func))
        }
        Instr::LocalSet(set) => set.local == argument,
        Instr::LocalTee(set) => set.local == argument,
        other => {
            let mut within = inner(other).into_iter();
            within.any(|seq| is_used(function, seq, argument, idle))
        }
    })
}

fn hand_nothing(function: &mut LocalFunction, sequence: InstrSeqId, idle: &HashSet<FunctionId>) {
    for seq in within(function, sequence) {
        hand_nothing(function, seq, idle);
    }
    let instructions = &mut function.block_mut(sequence).instrs;
    for at in 1..instructions.len() {
        let (before, call) = instructions.split_at_mut(at);
        if let (Instr::Call(call), _) = &call[0]
            && idle.contains(&call.func)
            && let Some((Instr::Const(handed), _)) = before.last_mut()
            && let Value::I32(value) = &mut handed.value
        {
            *value = 0;
        }
    }
}

/// Fills with zeros the places that nothing mentions any more, and the names of their files.
pub fn blank(module: &mut Module) {
    let mentioned = Mentioned::of(module);
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        if let DataKind::Active { offset, .. } = &data.kind
            && let ConstExpr::Value(Value::I32(base)) = offset
        {
            blank_in(&mut data.value, *base as u32 as usize, &mentioned);
        }
    }
}

fn blank_in(bytes: &mut [u8], base: usize, mentioned: &Mentioned) {
    let text = bytes.to_vec();
    let word = |at: usize| -> Option<usize> {
        let four = text.get(at..at + 4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
    };
    let pointed: BTreeSet<usize> = (0..text.len())
        .skip(base.wrapping_neg() % 4)
        .step_by(4)
        .filter_map(word)
        .collect();
    let mut kept = Vec::new();
    let mut names = Vec::new();
    // Records begin at addresses that are multiples of 4.
    let mut at = base.wrapping_neg() % 4;
    while at + RECORD <= text.len() {
        let name = word(at).zip(word(at + 4)).and_then(|(start, length)| {
            let start = start.checked_sub(base)?;
            is_file(text.get(start..start.checked_add(length)?)?).then_some((start, length))
        });
        let Some((start, length)) = name else {
            at += 4;
            continue;
        };
        if mentioned.within(base + at, RECORD) || pointed.contains(&(base + at)) {
            kept.push(start);
        } else {
            bytes[at..at + RECORD].fill(0);
            names.push((start, length));
        }
        at += RECORD;
    }
    for (start, length) in names {
        if !kept.contains(&start) && !mentioned.within(base + start, length) {
            bytes[start..start + length].fill(0);
        }
    }
}

/// Whether this is the name of a source file.
fn is_file(name: &[u8]) -> bool {
    name.len() <= LONGEST && name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic)
}

/// Every number in the code that may be an address.
struct Mentioned(BTreeSet<usize>);

impl Mentioned {
    fn of(module: &Module) -> Mentioned {
        let mut mentioned = Mentioned(BTreeSet::new());
        for (_, function) in module.funcs.iter_local() {
            dfs_in_order(&mut mentioned, function, function.entry_block());
        }
        mentioned
    }

    fn within(&self, start: usize, length: usize) -> bool {
        self.0.range(start..start + length).next().is_some()
    }
}

impl<'i> Visitor<'i> for Mentioned {
    fn visit_const(&mut self, instruction: &Const) {
        if let Value::I32(value) = instruction.value {
            self.0.insert(value as u32 as usize);
        }
    }

    fn visit_load(&mut self, instruction: &Load) {
        self.0.insert(instruction.arg.offset as usize);
    }

    fn visit_store(&mut self, instruction: &Store) {
        self.0.insert(instruction.arg.offset as usize);
    }
}
