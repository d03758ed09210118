//! `cargo xtask serve`: the page on this machine, with the headers it is meant to run under.

mod develop;
mod replay;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, bail, ensure};

use crate::build::Plan;
use develop::Checkout;
use replay::Replay;

/// Where the page is served unless another port is given.
pub const DEFAULT_PORT: u16 = 8080;

/// The headers of every answer beside the policy. EMBEDDING.md says which of them a newsroom's
/// server should send, and why.
const HEADERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-cache"),
    // Module scripts and data in a sandboxed frame come from the origin "null".
    ("Access-Control-Allow-Origin", "*"),
    // Pages that isolate themselves may show ours in a frame, and load the element.
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
];

/// The Content-Security-Policy of a site. It names the site's origin beside `'self'`, which for
/// WebKit is nobody in a sandboxed frame.
fn policy(origin: &str) -> String {
    let own = format!("'self' {origin}");
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'; style-src {own}; \
         img-src {own} data: blob:; connect-src {own}; worker-src {own}; frame-src {own}; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
}

/// Serves a folder, or `www/` as it is with the core compiled without optimisation, until stopped;
/// with `watch` the core is compiled again when it changes. With `replay`, a folder of recorded states
/// and seconds, pages of their election follow that count.
///
/// # Errors
/// When the core does not compile, there is nothing to serve or replay, or the port is in use.
pub fn run(
    port: u16,
    dir: Option<PathBuf>,
    watch: bool,
    replay: Option<(PathBuf, u64)>,
) -> Result<()> {
    let replay = replay.map(|(folder, seconds)| Replay::read(&folder, seconds));
    let replay = replay.transpose()?.map(Arc::new);
    let replayed = move |path: &str, file: Option<Vec<u8>>| match &replay {
        Some(replay) => replay.file(path, file),
        None => file,
    };
    // The port first: nobody should wait for a compiler to learn that it is in use.
    let listener = listen(port)?;
    let Some(folder) = dir else {
        let checkout = Checkout::compile(Plan::here(None, None)?)?;
        let changes = checkout.clone();
        println!("{}", address(&listener)?);
        println!("Serving www/; a reload shows what changed in it. Stop with Ctrl+C");
        if watch {
            thread::spawn(move || changes.watch());
        }
        let files = move |path: &str| replayed(path, checkout.file(path));
        accept(&listener, Arc::new(files));
    };
    let files = files_of(&folder)?;
    println!("{}", address(&listener)?);
    println!("Serving {}; stop with Ctrl+C", folder.display());
    accept(
        &listener,
        Arc::new(move |path: &str| replayed(path, files(path))),
    )
}

/// Takes a port of this machine.
fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            let free = (port.saturating_add(1)..=u16::MAX)
                .find(|other| TcpListener::bind((Ipv4Addr::LOCALHOST, *other)).is_ok());
            let Some(free) = free else {
                bail!("port {port} is in use")
            };
            bail!("port {port} is in use; type: cargo xtask serve --port {free}")
        }
        Err(error) => Err(error).with_context(|| format!("cannot listen on port {port}")),
    }
}

/// The address of the site, with a trailing slash.
fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

/// What answers the path of a file with its content.
type Files = Arc<dyn Fn(&str) -> Option<Vec<u8>> + Send + Sync>;

fn files_of(folder: &Path) -> Result<Files> {
    ensure!(
        folder.is_dir(),
        "there is no folder {}; type: cargo xtask build",
        folder.display()
    );
    let folder = folder.to_path_buf();
    Ok(Arc::new(move |path| fs::read(folder.join(path)).ok()))
}

/// A folder being served on 127.0.0.1 by a thread of this process.
pub struct Site {
    address: String,
}

impl Site {
    /// Serves `folder` on any free port.
    ///
    /// # Errors
    /// When there is nothing to serve.
    pub fn anywhere(folder: &Path) -> Result<Self> {
        let files = files_of(folder)?;
        let listener = listen(0)?;
        let address = address(&listener)?;
        thread::spawn(move || accept(&listener, files));
        Ok(Self { address })
    }

    /// The address of the site, with a trailing slash.
    pub fn address(&self) -> String {
        self.address.clone()
    }
}

/// Answers requests, each connection in a thread of its own.
fn accept(listener: &TcpListener, files: Files) -> ! {
    loop {
        // One connection that fails, as when its reader went away, says nothing about the next.
        if let Ok((stream, _)) = listener.accept() {
            let files = Arc::clone(&files);
            thread::spawn(move || converse(&stream, &files));
        }
    }
}

/// Answers the requests of a connection, one after another.
fn converse(stream: &TcpStream, files: &Files) -> std::io::Result<()> {
    let policy = policy(&format!("http://{}", stream.local_addr()?));
    let mut lines = BufReader::new(stream).lines();
    while let Some(request) = lines.next().transpose()? {
        let mut close = false;
        // The headers end with an empty line.
        for header in lines.by_ref() {
            let header = header?.to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            close |= header == "connection: close";
        }
        let mut words = request.split(' ');
        let (method, url) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        let mut out = Vec::new();
        respond(&mut out, method, url, &policy, files)?;
        (&*stream).write_all(&out)?;
        if close {
            break;
        }
    }
    Ok(())
}

/// Writes the answer to a request.
fn respond(
    out: &mut Vec<u8>,
    method: &str,
    url: &str,
    policy: &str,
    files: &Files,
) -> std::io::Result<()> {
    let (status, kind, body) = match method {
        "GET" | "HEAD" => answer(url, files),
        _ => (
            "405 Method Not Allowed",
            TEXT,
            b"method not allowed\n".to_vec(),
        ),
    };
    write!(out, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n")?;
    write!(out, "Content-Security-Policy: {policy}\r\n")?;
    for (name, value) in HEADERS {
        write!(out, "{name}: {value}\r\n")?;
    }
    write!(out, "Content-Length: {}\r\n\r\n", body.len())?;
    if method != "HEAD" {
        out.extend(body);
    }
    Ok(())
}

const TEXT: &str = "text/plain; charset=utf-8";

/// Status, media type and body for an address.
fn answer(url: &str, files: &Files) -> (&'static str, &'static str, Vec<u8>) {
    let path = url.split(['?', '#']).next().unwrap_or("");
    let missing = || ("404 Not Found", TEXT, b"not found\n".to_vec());
    let Some(mut file) = local(path) else {
        return missing();
    };
    if path.ends_with('/') {
        file.push("index.html");
    }
    let name = file.to_string_lossy();
    match files(&name) {
        Some(body) => ("200 OK", media_type(&file), body),
        // Browsers ask for it unasked.
        None if name == "favicon.ico" => ("204 No Content", "image/x-icon", Vec::new()),
        None => missing(),
    }
}

/// The file that the path of an address means, relative to the folder served; none when it would
/// leave it.
fn local(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(decoded(path.strip_prefix('/')?)?);
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then_some(path)
}

/// Text with its percent escapes resolved.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
            u8::try_from(high * 16 + low).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.contains(['\0', '\\']))
}

/// The media type of a file by its extension.
fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webmanifest") => "application/manifest+json; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "ts" | "md") => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;
    use std::time::Duration;

    use super::*;

    #[test]
    fn addresses_stay_inside_the_folder() {
        for url in [
            "/../a",
            "/%2e%2e/a",
            "/a/../../b",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/a%00",
            "/..%5ca",
            "a",
            "/%zz",
            "/%f",
        ] {
            assert_eq!(local(url), None, "{url}");
        }
        assert_eq!(local("/"), Some(PathBuf::new()));
        assert_eq!(local("/view/a%20b.js"), Some(PathBuf::from("view/a b.js")));
    }

    #[test]
    fn media_types_are_those_browsers_insist_on() {
        assert_eq!(
            media_type(Path::new("pkg/seat_calculator_bg.wasm")),
            "application/wasm"
        );
        assert!(media_type(Path::new("a.js")).starts_with("text/javascript"));
        assert!(media_type(Path::new("a.json")).starts_with("application/json"));
        assert_eq!(media_type(Path::new("a")), "application/octet-stream");
    }

    #[test]
    fn many_readers_who_stay_connected_are_all_answered() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let site = Site::anywhere(&folder).unwrap();
        let connections: Vec<TcpStream> = (0..64)
            .map(|_| {
                let address = site
                    .address
                    .trim_start_matches("http://")
                    .trim_end_matches('/');
                let mut stream = TcpStream::connect(address).unwrap();
                stream
                    .set_read_timeout(Some(Duration::from_secs(10)))
                    .unwrap();
                stream
                    .write_all(b"GET /main.rs HTTP/1.1\r\nHost: a\r\n\r\n")
                    .unwrap();
                stream
            })
            .collect();
        for mut stream in connections {
            let mut start = [0; 15];
            stream.read_exact(&mut start).unwrap();
            assert_eq!(&start, b"HTTP/1.1 200 OK");
        }
    }

    #[test]
    fn a_port_in_use_is_told_with_a_free_one() {
        let taken = listen(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let message = listen(port).unwrap_err().to_string();
        let offered = message.rsplit(' ').next().unwrap().parse::<u16>().unwrap();
        assert!(
            message.starts_with(&format!("port {port} is in use")),
            "{message}"
        );
        assert!(listen(offered).is_ok());
    }
}
