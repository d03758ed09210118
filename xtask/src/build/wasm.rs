//! The core as WebAssembly, and the module that loads it.

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
/// The folder of the small module, which the page loads first, in the output.
pub const CORE: &str = "pkg/core";
/// The name of the modules, without extension.
pub const MODULE: &str = "seat_calculator";

/// Compiles the core twice and writes `seat_calculator.js`, `.d.ts` and `_bg.wasm` of both modules:
/// everything in `pkg`, and in `pkg/core` what a page needs at first, with no analyses and in as
/// few bytes as can be.
///
/// # Errors
/// When the target cannot be had, or the core does not compile.
pub fn build(plan: &Plan) -> Result<()> {
    modules(plan, "small", "release", &plan.out)
}

/// Compiles both modules without optimisation, which is quick, and writes them to the folder
/// [`FOLDER`] in `site`.
///
/// # Errors
/// As [`build`].
pub fn build_for_development(plan: &Plan, site: &Path) -> Result<()> {
    modules(plan, "dev", "dev", site)
}

fn modules(plan: &Plan, small: &str, full: &str, site: &Path) -> Result<()> {
    ensure_target()?;
    let small = compile(plan, small, &["--no-default-features"])?;
    bind(&small, &site.join(CORE))?;
    let folder = site.join(FOLDER);
    bind(&compile(plan, full, &[])?, &folder)?;
    // So that Node takes the files for the modules they are.
    fs::write(folder.join("package.json"), "{\"type\":\"module\"}\n")?;
    // One description of the types serves both.
    fs::remove_file(site.join(CORE).join(format!("{MODULE}.d.ts")))?;
    Ok(())
}

/// Writes the module around `compiled` into `folder`.
fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    let mut bindings = Bindgen::new()
        .input_path(compiled)
        .out_name(MODULE)
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
    fs::remove_file(folder.join(format!("{MODULE}_bg.wasm.d.ts")))?;
    let binary = folder.join(format!("{MODULE}_bg.wasm"));
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

/// Compiles the core with a profile and further options.
fn compile(plan: &Plan, profile: &str, options: &[&str]) -> Result<PathBuf> {
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
        "cargo could not fetch the core's dependencies"
    );
    let flags = path_flags(plan)?.join("\u{1f}".as_ref());
    let compiled = cargo()
        .args(["build", "--locked", "--lib", "--package", "seat-calculator"])
        .args(["--target", TARGET])
        .args(["--profile", profile])
        .args(options)
        .env("CARGO_ENCODED_RUSTFLAGS", flags)
        .status()?;
    ensure!(compiled.success(), "the core does not compile for {TARGET}");
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(plan
        .target
        .join(TARGET)
        .join(folder)
        .join(format!("{MODULE}.wasm")))
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
