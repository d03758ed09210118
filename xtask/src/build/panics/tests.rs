use walrus::ir::{BinaryOp, Instr, LoadKind, MemArg, Value};
use walrus::{ConstExpr, DataKind, FunctionBuilder, FunctionId, Module, ModuleConfig, ValType};

use super::take_out;

/// Address of the first byte of memory that the tests fill.
const BASE: i32 = 1024;

/// A module with a panic as the compiler makes them: it works out words nobody hears, then traps.
struct Made {
    module: Module,
    words: FunctionId,
    panic: FunctionId,
    told: FunctionId,
}

fn made() -> Made {
    let mut module = Module::with_config(ModuleConfig::new());
    let outside = module.types.add(&[ValType::I32], &[]);
    let (told, _) = module.add_import_func("host", "told", outside);
    let mut words = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
    let number = module.locals.add(ValType::I32);
    words
        .func_body()
        .local_get(number)
        .i32_const(10)
        .binop(BinaryOp::I32DivU);
    let words = words.finish(vec![number], &mut module.funcs);
    let mut panic = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
    let place = module.locals.add(ValType::I32);
    panic
        .func_body()
        .local_get(place)
        .call(words)
        .drop()
        .unreachable();
    let panic = panic.finish(vec![place], &mut module.funcs);
    Made {
        module,
        words,
        panic,
        told,
    }
}

impl Made {
    /// Exports a function of one number, which answers one.
    fn export(&mut self, build: impl FnOnce(&mut walrus::InstrSeqBuilder, walrus::LocalId)) {
        let types = &mut self.module.types;
        let mut function = FunctionBuilder::new(types, &[ValType::I32], &[ValType::I32]);
        let argument = self.module.locals.add(ValType::I32);
        build(&mut function.func_body(), argument);
        let id = function.finish(vec![argument], &mut self.module.funcs);
        self.module.exports.add("asked", id);
    }

    /// The module as a browser would get it, the panics taken out.
    fn taken_out(mut self) -> Module {
        take_out(&mut self.module);
        Module::from_buffer(&self.module.emit_wasm()).unwrap()
    }
}

/// The instructions of the exported function, then those of its blocks.
fn asked(module: &Module) -> Vec<Instr> {
    let id = module.exports.get_func("asked").unwrap();
    let function = module.funcs.get(id).kind.unwrap_local();
    let mut all = Vec::new();
    let mut waiting = vec![function.entry_block()];
    while let Some(sequence) = waiting.pop() {
        for (instruction, _) in &function.block(sequence).instrs {
            waiting.extend(super::inner(instruction));
            all.push(instruction.clone());
        }
    }
    all
}

fn functions(module: &Module) -> usize {
    module.funcs.iter_local().count()
}

#[test]
fn what_can_only_trap_traps_at_once() {
    let mut made = made();
    let (panic, words) = (made.panic, made.words);
    made.export(|body, argument| {
        body.local_get(argument)
            .i32_const(5)
            .binop(BinaryOp::I32GtU)
            .if_else(
                None,
                |then| {
                    then.local_get(argument).call(words).drop();
                    then.i32_const(BASE).call(panic);
                },
                |_| {},
            );
        body.local_get(argument);
    });
    let module = made.taken_out();
    assert_eq!(
        functions(&module),
        1,
        "nobody needs the panic and its words"
    );
    let left = asked(&module);
    assert!(
        left.iter()
            .any(|instr| matches!(instr, Instr::Unreachable(_)))
    );
    assert!(!left.iter().any(|instr| matches!(instr, Instr::Call(_))));
    assert!(
        left.iter().any(|instr| matches!(instr, Instr::IfElse(_))),
        "it still asks first"
    );
}

#[test]
fn what_is_told_outside_before_the_trap_is_still_told() {
    let mut made = made();
    let (panic, told) = (made.panic, made.told);
    made.export(|body, argument| {
        body.local_get(argument).call(told);
        body.i32_const(BASE).call(panic).unreachable();
    });
    let left = asked(&made.taken_out());
    assert_eq!(
        left.iter()
            .filter(|instr| matches!(instr, Instr::Call(_)))
            .count(),
        1
    );

    let mut made = self::made();
    let told = made.told;
    let mut loud = FunctionBuilder::new(&mut made.module.types, &[ValType::I32], &[]);
    let place = made.module.locals.add(ValType::I32);
    loud.func_body().local_get(place).call(told).unreachable();
    let loud = loud.finish(vec![place], &mut made.module.funcs);
    made.export(|body, _| {
        body.i32_const(BASE).call(loud).unreachable();
    });
    let module = made.taken_out();
    assert_eq!(functions(&module), 2, "a panic that says something stays");
    let left = asked(&module);
    assert!(left.iter().any(
        |instr| matches!(instr, Instr::Const(place) if matches!(place.value, Value::I32(BASE)))
    ));
}

#[test]
fn what_may_come_back_stays() {
    let mut made = made();
    let panic = made.panic;
    made.export(|body, argument| {
        body.block(None, |outer| {
            let outside = outer.id();
            outer.block(None, |body| {
                body.local_get(argument).br_if(outside);
                body.local_get(argument)
                    .i32_const(7)
                    .binop(BinaryOp::I32Eq)
                    .br_if(outside);
                body.i32_const(BASE).call(panic);
            });
        });
        body.local_get(argument);
    });
    let left = asked(&made.taken_out());
    assert_eq!(
        left.iter()
            .filter(|instr| matches!(instr, Instr::BrIf(_)))
            .count(),
        2
    );
    assert!(
        matches!(left[1], Instr::LocalGet(_)),
        "and what follows: {left:?}"
    );
}

/// Memory with two records of a place, and the name of the file they share.
fn remembered(made: &mut Made) -> Vec<u8> {
    let name = b"src/a.rs";
    let mut bytes = Vec::new();
    for line in [11_u32, 12] {
        for word in [BASE as u32 + 32, name.len() as u32, line, 5] {
            bytes.extend(word.to_le_bytes());
        }
    }
    bytes.extend(name);
    bytes.extend(b"JMM and INC");
    let memory = made.module.memories.add_local(false, false, 1, None, None);
    let offset = ConstExpr::Value(Value::I32(BASE));
    made.module
        .data
        .add(DataKind::Active { memory, offset }, bytes.clone());
    bytes
}

fn memory(module: &Module) -> Vec<u8> {
    module
        .data
        .iter()
        .flat_map(|data| data.value.clone())
        .collect()
}

#[test]
fn places_nobody_reads_are_blanked() {
    let mut made = made();
    let bytes = remembered(&mut made);
    let panic = made.panic;
    // Comes back for small numbers; hands the place only to the panic.
    let types = &mut made.module.types;
    let mut checked = FunctionBuilder::new(types, &[ValType::I32, ValType::I32], &[ValType::I32]);
    let [number, place] = [(); 2].map(|()| made.module.locals.add(ValType::I32));
    checked
        .func_body()
        .local_get(number)
        .i32_const(9)
        .binop(BinaryOp::I32GtU)
        .if_else(
            None,
            |then| {
                then.local_get(place).call(panic);
            },
            |_| {},
        );
    checked.func_body().local_get(number);
    let checked = checked.finish(vec![number, place], &mut made.module.funcs);
    made.export(|body, argument| {
        body.local_get(argument).i32_const(BASE).call(checked);
        body.i32_const(BASE + 16).call(checked);
    });
    let module = made.taken_out();
    assert_eq!(functions(&module), 2);
    let handed: Vec<i32> = asked(&module)
        .iter()
        .filter_map(|instr| match instr {
            Instr::Const(handed) => match handed.value {
                Value::I32(value) => Some(value),
                _ => None,
            },
            _ => None,
        })
        .collect();
    assert_eq!(handed, [0, 0]);
    let after = memory(&module);
    assert_eq!(after[..40], [0; 40]);
    assert_eq!(after[40..], bytes[40..], "the rest of the memory stays");
}

#[test]
fn places_somebody_reads_stay() {
    let mut made = made();
    let bytes = remembered(&mut made);
    let place = made.module.memories.iter().next().unwrap().id();
    made.export(|body, argument| {
        let line = MemArg {
            align: 4,
            offset: BASE as u64 + 8,
        };
        body.local_get(argument)
            .load(place, LoadKind::I32 { atomic: false }, line);
    });
    let after = memory(&made.taken_out());
    assert_eq!(after[..16], bytes[..16], "the line of the first is read");
    assert_eq!(after[16..32], [0; 16]);
    assert_eq!(
        after[32..],
        bytes[32..],
        "and its file's name is pointed at"
    );
}
