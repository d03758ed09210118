//! A sweep as typed arrays.

use crate::outcome::row::Row;
use crate::sweep::{Sweep, Tick};
use crate::wasm::convert::{set, to_js};
use js_sys::{ArrayBuffer, Int16Array, Int32Array, Object, Uint8Array, Uint16Array, Uint32Array};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// Seats by row and segment up to which columns are made as narrow as they can be: the browser takes longer to make
/// a buffer than to fill it, the longer the larger it is.
const FEW: usize = 2_048;

/// What of a sweep is no column.
#[derive(Serialize)]
struct Head<'a> {
    from: &'a str,
    to: &'a str,
    at: i32,
    applied: u32,
    rows: &'a [Row],
    segments: u32,
    ticks: &'a [Tick],
    leaders: &'a [String],
}

/// A sweep as an object, its columns in one buffer of their own: a slider waits for them, and one buffer is made
/// faster than sixteen.
///
/// # Errors
/// As [`to_js`].
pub fn sweep_value(sweep: &Sweep) -> Result<JsValue, JsValue> {
    let object = to_js(&Head {
        from: &sweep.from,
        to: &sweep.to,
        at: sweep.at,
        applied: sweep.applied,
        rows: &sweep.rows,
        segments: sweep.segments,
        ticks: &sweep.ticks,
        leaders: &sweep.leaders,
    })?;
    let events = &sweep.events;
    let seats = sweep.winner.len();
    let narrow = seats <= usize::from(u16::MAX) && sweep.seats.len() <= FEW;
    let numbers = sweep.seats.len() + 3 * seats + 6 * sweep.tied.len() + 6 * events.step.len();
    let mut columns = Buffer::with_room_for(numbers, 16);
    set(&object, "skipped", columns.wholes(&sweep.skipped, narrow));
    set(&object, "start", columns.i16(&sweep.start));
    set(&object, "seats", columns.wholes(&sweep.seats, narrow));
    set(&object, "tied", columns.wholes(&sweep.tied, narrow));
    set(&object, "mark", columns.wholes(&sweep.mark, narrow));
    set(&object, "surplus", columns.i32(&sweep.surplus));
    set(&object, "moved", columns.wholes(&sweep.moved, narrow));
    set(&object, "verdict", columns.u8(&sweep.verdict));
    set(&object, "winner", columns.u16(&sweep.winner));
    set(&object, "row", columns.u16(&sweep.row));
    let changes = Object::new();
    set(&changes, "step", columns.i16(&events.step));
    set(
        &changes,
        "constituency",
        columns.wholes(&events.constituency, narrow),
    );
    set(&changes, "before", columns.u16(&events.before));
    set(&changes, "after", columns.u16(&events.after));
    set(&changes, "beforeRow", columns.u16(&events.before_row));
    set(&changes, "afterRow", columns.u16(&events.after_row));
    set(&object, "events", changes);
    Ok(object)
}

/// A buffer that columns are put into one after the other.
struct Buffer {
    buffer: ArrayBuffer,
    /// Where the next column begins, a multiple of four.
    next: u32,
}

macro_rules! columns {
    ($($name:ident: $Array:ident of $T:ty,)*) => {
        $(
            fn $name(&mut self, column: &[$T]) -> JsValue {
                let length = column.len() as u32;
                let array =
                    $Array::new_with_byte_offset_and_length(&self.buffer, self.next, length);
                array.copy_from(column);
                self.next += array.byte_length().next_multiple_of(4);
                array.into()
            }
        )*
    };
}

impl Buffer {
    /// With room for so many numbers of four bytes in so many columns.
    fn with_room_for(numbers: usize, columns: usize) -> Buffer {
        Buffer {
            buffer: ArrayBuffer::new(4 * (numbers + columns) as u32),
            next: 0,
        }
    }

    columns! {
        u8: Uint8Array of u8,
        u16: Uint16Array of u16,
        i16: Int16Array of i16,
        u32: Uint32Array of u32,
        i32: Int32Array of i32,
    }

    /// Numbers of four bytes, or of two where `narrow` says that none is larger.
    fn wholes(&mut self, column: &[u32], narrow: bool) -> JsValue {
        if narrow {
            let column: Vec<u16> = column.iter().map(|&number| number as u16).collect();
            return self.u16(&column);
        }
        self.u32(column)
    }
}
