//! Takes out of a compiled core what only its panics need, where a panic says nothing.
//!
//! The small core ends every panic in a trap and tells nobody of it (`src/wasm.rs`), but the compiler cannot see that:
//! each panic is still called with the place it stands at, and with the code that would put it in words. So
//!
//! 1. a call that can only end in a trap traps at once, and nothing is worked out before it for nothing;
//! 2. places handed to functions that no longer read them become 0 ([`places`]);
//! 3. functions nobody calls any more go, and the text of places nobody mentions is blanked.
//!
//! What a module answers, whom it calls and when it traps stay the same. A core whose panics say something (the full one
//! does, to the console) keeps all that leads there: a function that may call out of the module is left alone.

mod places;

use std::collections::HashSet;

use walrus::ir::{Call, Instr, InstrSeqId, Unreachable};
use walrus::{FunctionId, FunctionKind, LocalFunction, Module};

/// Takes it out.
pub fn take_out(module: &mut Module) {
    let fates = Fates::of(module);
    each(module, |function| {
        let entry = function.entry_block();
        trap_at_once(function, entry, &fates);
    });
    places::forget(module);
    walrus::passes::gc::run(module);
    places::blank(module);
}

/// Does something to every function of the module itself.
fn each(module: &mut Module, mut change: impl FnMut(&mut LocalFunction)) {
    let ids: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in ids {
        change(module.funcs.get_mut(id).kind.unwrap_local_mut());
    }
}

/// The sequences within an instruction.
fn inner(instruction: &Instr) -> Vec<InstrSeqId> {
    match instruction {
        Instr::Block(block) => vec![block.seq],
        Instr::Loop(block) => vec![block.seq],
        Instr::IfElse(either) => vec![either.consequent, either.alternative],
        _ => Vec::new(),
    }
}

/// The sequences within those of a sequence.
fn within(function: &LocalFunction, sequence: InstrSeqId) -> Vec<InstrSeqId> {
    let instructions = function.block(sequence).instrs.iter();
    instructions
        .flat_map(|(instruction, _)| inner(instruction))
        .collect()
}

/// The sequences an instruction may jump to the end (of a loop, the start) of.
fn targets(instruction: &Instr) -> Vec<InstrSeqId> {
    match instruction {
        Instr::Br(jump) => vec![jump.block],
        Instr::BrIf(jump) => vec![jump.block],
        Instr::BrTable(jump) => {
            let mut all = jump.blocks.to_vec();
            all.push(jump.default);
            all
        }
        _ => Vec::new(),
    }
}

/// Whether all an instruction does is to values, variables, memory and tables, which a trap takes with it.
fn stays_inside(instruction: &Instr) -> bool {
    matches!(
        instruction,
        Instr::Const(_)
            | Instr::LocalGet(_)
            | Instr::LocalSet(_)
            | Instr::LocalTee(_)
            | Instr::GlobalGet(_)
            | Instr::GlobalSet(_)
            | Instr::Binop(_)
            | Instr::Unop(_)
            | Instr::Select(_)
            | Instr::Drop(_)
            | Instr::Load(_)
            | Instr::Store(_)
            | Instr::MemorySize(_)
            | Instr::MemoryGrow(_)
            | Instr::MemoryCopy(_)
            | Instr::MemoryFill(_)
            | Instr::RefNull(_)
            | Instr::RefIsNull(_)
            | Instr::TableGet(_)
            | Instr::TableSet(_)
            | Instr::TableSize(_)
            | Instr::TableGrow(_)
            | Instr::TableFill(_)
    )
}

/// What can come of calling each function.
#[derive(Default)]
struct Fates {
    /// Those that may come back.
    returning: HashSet<FunctionId>,
    /// Those that may call out of the module, or do something not looked into here.
    outgoing: HashSet<FunctionId>,
}

impl Fates {
    fn of(module: &Module) -> Fates {
        let mut fates = Fates::default();
        for function in module.funcs.iter() {
            if !matches!(function.kind, FunctionKind::Local(_)) {
                fates.returning.insert(function.id());
                fates.outgoing.insert(function.id());
            }
        }
        // Each round knows more of the functions called; the last one finds nothing new.
        loop {
            let known = (fates.returning.len(), fates.outgoing.len());
            for (id, function) in module.funcs.iter_local() {
                let entry = function.entry_block();
                let mut walk = Walk {
                    function,
                    fates: &fates,
                    reached: HashSet::new(),
                    returned: false,
                };
                let returning = walk.passes(entry) || walk.returned;
                let outgoing = goes_out(function, entry, &fates);
                if returning {
                    fates.returning.insert(id);
                }
                if outgoing {
                    fates.outgoing.insert(id);
                }
            }
            if known == (fates.returning.len(), fates.outgoing.len()) {
                return fates;
            }
        }
    }

    /// Whether calling it has no other end than a trap, and nobody outside hears of it before.
    fn traps(&self, call: &Call) -> bool {
        !self.returning.contains(&call.func) && !self.outgoing.contains(&call.func)
    }
}

/// Whether anything in a sequence may call out of the module.
fn goes_out(function: &LocalFunction, sequence: InstrSeqId, fates: &Fates) -> bool {
    let instructions = &function.block(sequence).instrs;
    instructions
        .iter()
        .any(|(instruction, _)| match instruction {
            Instr::Call(call) => fates.outgoing.contains(&call.func),
            Instr::Block(_) | Instr::Loop(_) | Instr::IfElse(_) => {
                let within = inner(instruction);
                within.into_iter().any(|seq| goes_out(function, seq, fates))
            }
            Instr::Br(_)
            | Instr::BrIf(_)
            | Instr::BrTable(_)
            | Instr::Return(_)
            | Instr::Unreachable(_) => false,
            other => !stays_inside(other),
        })
}

/// Follows every way through a function.
struct Walk<'a> {
    function: &'a LocalFunction,
    fates: &'a Fates,
    /// Sequences that something reachable jumps to.
    reached: HashSet<InstrSeqId>,
    returned: bool,
}

impl Walk<'_> {
    /// Whether what follows a sequence can be reached through it.
    fn passes(&mut self, sequence: InstrSeqId) -> bool {
        self.runs_through(sequence) || self.reached.contains(&sequence)
    }

    fn runs_through(&mut self, sequence: InstrSeqId) -> bool {
        let function = self.function;
        for (instruction, _) in &function.block(sequence).instrs {
            self.reached.extend(targets(instruction));
            let goes_on = match instruction {
                Instr::Br(_) | Instr::BrTable(_) | Instr::Unreachable(_) => false,
                Instr::Return(_) => {
                    self.returned = true;
                    false
                }
                Instr::Call(call) => self.fates.returning.contains(&call.func),
                Instr::Block(block) => self.passes(block.seq),
                // A jump to a loop starts it again.
                Instr::Loop(block) => self.runs_through(block.seq),
                Instr::IfElse(either) => {
                    let consequent = self.passes(either.consequent);
                    self.passes(either.alternative) || consequent
                }
                _ => true,
            };
            if !goes_on {
                return false;
            }
        }
        true
    }
}

/// Puts a trap where nothing but a trap can follow.
fn trap_at_once(function: &mut LocalFunction, sequence: InstrSeqId, fates: &Fates) {
    for seq in within(function, sequence) {
        trap_at_once(function, seq, fates);
    }
    let instructions = &function.block(sequence).instrs;
    let ends = |instruction: &Instr| match instruction {
        Instr::Unreachable(_) => true,
        Instr::Call(call) => fates.traps(call),
        Instr::Block(block) => only_traps(function, block.seq),
        Instr::Loop(block) => only_traps(function, block.seq),
        Instr::IfElse(either) => {
            only_traps(function, either.consequent) && only_traps(function, either.alternative)
        }
        _ => false,
    };
    let Some(mut at) = instructions.iter().position(|(instr, _)| ends(instr)) else {
        return;
    };
    let place = instructions[at].1;
    while at > 0
        && in_vain(
            function,
            &instructions[at - 1].0,
            fates,
            &mut HashSet::new(),
        )
    {
        at -= 1;
    }
    let instructions = &mut function.block_mut(sequence).instrs;
    instructions.truncate(at);
    instructions.push((Unreachable {}.into(), place));
}

fn only_traps(function: &LocalFunction, sequence: InstrSeqId) -> bool {
    let instructions = function.block(sequence).instrs.as_slice();
    matches!(instructions, [(Instr::Unreachable(_), _)])
}

/// Whether an instruction before a trap does nothing that outlasts it: it calls nobody outside and leads nowhere else.
/// `own` are the sequences that its parts may jump to.
fn in_vain(
    function: &LocalFunction,
    instruction: &Instr,
    fates: &Fates,
    own: &mut HashSet<InstrSeqId>,
) -> bool {
    match instruction {
        Instr::Call(call) => !fates.outgoing.contains(&call.func),
        Instr::Br(_) | Instr::BrIf(_) | Instr::BrTable(_) => targets(instruction)
            .iter()
            .all(|target| own.contains(target)),
        Instr::Unreachable(_) => true,
        Instr::Block(_) | Instr::Loop(_) | Instr::IfElse(_) => {
            inner(instruction).into_iter().all(|sequence| {
                own.insert(sequence);
                let parts = &function.block(sequence).instrs;
                parts
                    .iter()
                    .all(|(part, _)| in_vain(function, part, fates, own))
            })
        }
        other => stays_inside(other),
    }
}

#[cfg(test)]
mod tests;
