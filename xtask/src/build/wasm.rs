//! The core and the importer as WebAssembly, and the modules that load them.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::Plan;

/// The compilation target.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// The folder of the importable module, in the output.
pub const FOLDER: &str = "pkg";
/// The name of the core's files, without extension.
pub const MODULE: &str = "seat_calculator";

/// A module of the page.
struct Module {
    /// The package it is compiled from.
    package: &'static str,
    /// The name of its files, without extension.
    name: &'static str,
    /// Their folder in the output.
    folder: &'static str,
    /// Features and the like.
    options: &'static [&'static str],
    /// Whether it is made as small as can be, at the cost of speed.
    small: bool,
}

/// In the order in which they are compiled.
const MODULES: [Module; 4] = [
    Module {
        package: "seat-calculator",
        name: MODULE,
        folder: "pkg/core",
        options: &["--no-default-features"],
        small: true,
    },
    Module {
        package: "seat-calculator",
        name: MODULE,
        folder: FOLDER,
        options: &[],
        small: false,
    },
    Module {
        package: "seat-import",
        name: "seat_import",
        folder: "pkg/import/text",
        options: &["--no-default-features"],
        small: false,
    },
    Module {
        package: "seat-import",
        name: "seat_import",
        folder: "pkg/import",
        options: &["--no-default-features", "--features", "sheets"],
        small: false,
    },
];

/// Folders whose module is described beside the one it is a part of.
const DESCRIBED_ELSEWHERE: [&str; 2] = ["pkg/core", "pkg/import/text"];

/// Compiles the core and the importer twice each and writes `.js`, `.d.ts` and `_bg.wasm` of them:
/// in `pkg` the whole core and in `pkg/core` what a page needs at first; in `pkg/import` the whole
/// importer and in `pkg/import/text` the one without spreadsheets.
///
/// # Errors
/// When the target cannot be had, or something does not compile.
pub fn build(plan: &Plan) -> Result<()> {
    modules(plan, "small", "release", &plan.out)
}

/// Compiles all modules without optimisation, which is quick, and writes them to the folder
/// [`FOLDER`] in `site`.
///
/// # Errors
/// As [`build`].
pub fn build_for_development(plan: &Plan, site: &Path) -> Result<()> {
    modules(plan, "dev", "dev", site)
}

fn modules(plan: &Plan, small: &str, usual: &str, site: &Path) -> Result<()> {
    ensure_target()?;
    for module in &MODULES {
        let profile = if module.small { small } else { usual };
        bind(
            &compile(plan, module, profile)?,
            module.name,
            &site.join(module.folder),
        )?;
    }
    // So that Node takes the files for the modules they are.
    fs::write(
        site.join(FOLDER).join("package.json"),
        "{\"type\":\"module\"}\n",
    )?;
    for module in MODULES
        .iter()
        .filter(|one| DESCRIBED_ELSEWHERE.contains(&one.folder))
    {
        fs::remove_file(
            site.join(module.folder)
                .join(format!("{}.d.ts", module.name)),
        )?;
    }
    Ok(())
}

/// Writes the module around `compiled` into `folder`.
fn bind(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bindings = Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        // The page puts a fresh instance of the same module in place after a trap.
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen failed")?;
    bindings.emit(folder)?;
    // No wasm-opt: it was measured to take 12 % off the raw bytes and to add 7 % to the compressed
    // ones, which are what readers load. The types of the wasm's own exports serve nobody outside
    // the generated module.
    fs::remove_file(folder.join(format!("{name}_bg.wasm.d.ts")))?;
    let binary = folder.join(format!("{name}_bg.wasm"));
    let mut bytes = fs::read(&binary)?;
    make_relative(&mut bytes);
    fs::write(&binary, bytes)?;
    Ok(())
}

/// Whether the installed toolchain can compile for the browser.
pub fn target_is_installed() -> bool {
    let Ok(output) = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
    else {
        return false;
    };
    Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir()
}

/// Adds the compilation target where it is missing.
///
/// # Errors
/// When it is missing and `rustup` cannot add it.
pub fn ensure_target() -> Result<()> {
    if target_is_installed() {
        return Ok(());
    }
    let added = Command::new("rustup")
        .args(["target", "add", TARGET])
        .status();
    if !added.is_ok_and(|status| status.success()) {
        bail!("the compilation target is missing; type: rustup target add {TARGET}");
    }
    Ok(())
}

/// Compiles a module with a profile.
fn compile(plan: &Plan, module: &Module, profile: &str) -> Result<PathBuf> {
    let cargo = || {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .current_dir(&plan.root)
            .env("CARGO_TARGET_DIR", &plan.target)
            .env("CARGO_HOME", &plan.cargo_home)
            .env_remove("RUSTFLAGS")
            .envs(plan.environment.iter().map(|(name, value)| (name, value)));
        command
    };
    // The folders of fetched sources must exist before their names can be mapped away.
    let fetched = cargo()
        .args(["fetch", "--quiet", "--locked", "--target", TARGET])
        .status()?;
    ensure!(
        fetched.success(),
        "cargo could not fetch the dependencies of {}",
        module.package
    );
    let flags = path_flags(plan)?.join("\u{1f}".as_ref());
    let compiled = cargo()
        .args(["build", "--locked", "--lib", "--package", module.package])
        .args(["--target", TARGET])
        .args(["--profile", profile])
        .args(module.options)
        .env("CARGO_ENCODED_RUSTFLAGS", flags)
        .status()?;
    ensure!(
        compiled.success(),
        "{} does not compile for {TARGET}",
        module.package
    );
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(plan
        .target
        .join(TARGET)
        .join(folder)
        .join(format!("{}.wasm", module.name)))
}

/// Flags that take every folder of this machine out of the output. The last matching one wins, so
/// the widest come first.
fn path_flags(plan: &Plan) -> Result<Vec<OsString>> {
    let mut folders = vec![
        (plan.cargo_home.clone(), "cargo"),
        (plan.root.clone(), "."),
        (plan.target.clone(), "target"),
    ];
    let sources = plan.cargo_home.join("registry").join("src");
    if sources.is_dir() {
        // Named after the registry they came from, which a mirror would change.
        for folder in sources.read_dir()? {
            folders.push((folder?.path(), "deps"));
        }
    }
    Ok(folders
        .into_iter()
        .map(|(folder, name)| {
            let mut flag = OsString::from("--remap-path-prefix=");
            flag.push(folder);
            flag.push("=");
            flag.push(name);
            flag
        })
        .collect())
}

/// Takes the leading slash off the standard library's own file names in panic messages, which begin
/// with `/rustc/` and the compiler's commit on every machine and which no compiler flag maps. The
/// length stays: the names are addressed by place and length.
fn make_relative(wasm: &mut [u8]) {
    const FROM: &[u8] = b"/rustc/";
    const TO: &[u8] = b"rust://";
    const COMMIT: usize = 40;
    let mut at = 0;
    while let Some(name) = wasm.get_mut(at..at + FROM.len() + COMMIT) {
        if name.starts_with(FROM) && name[FROM.len()..].iter().all(u8::is_ascii_hexdigit) {
            name[..TO.len()].copy_from_slice(TO);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::make_relative;

    #[test]
    fn only_the_standard_library_is_renamed() {
        let commit = "0123456789abcdef0123456789abcdef01234567";
        let mut bytes =
            format!("\0/rustc/{commit}/library/a.rs/rustc/none/b.rs\0/rustc/{commit}").into_bytes();
        make_relative(&mut bytes);
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            format!("\0rust://{commit}/library/a.rs/rustc/none/b.rs\0rust://{commit}")
        );
        make_relative(&mut []);
    }
}
