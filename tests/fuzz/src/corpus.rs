//! The inputs that every attack begins with: `tests/fuzz/corpus/<target>`.

use seat_calculator::checksum::Crc32;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// An input with the name of its file.
pub struct Seed {
    pub name: String,
    pub bytes: Vec<u8>,
}

fn folder(kind: &str, target: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.join(kind).join(target)
}

/// The inputs of a target, by name.
///
/// # Errors
/// Where they cannot be read, or there are none.
pub fn of(target: &str) -> io::Result<Vec<Seed>> {
    let mut seeds = Vec::new();
    for entry in folder("corpus", target).read_dir()? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        seeds.push(Seed {
            name: name.into_owned(),
            bytes: fs::read(&path)?,
        });
    }
    seeds.sort_by(|a, b| a.name.cmp(&b.name));
    match seeds.is_empty() {
        true => Err(io::Error::other(format!("no corpus for {target}"))),
        false => Ok(seeds),
    }
}

/// Keeps an input that a target does not stand, outside the corpus; where it is.
///
/// # Errors
/// Where it cannot be written.
pub fn keep(target: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let folder = folder("found", target);
    fs::create_dir_all(&folder)?;
    let mut sum = Crc32::new();
    sum.bytes(bytes);
    let path = folder.join(format!("{:08x}", sum.value()));
    fs::write(&path, bytes)?;
    Ok(path)
}
