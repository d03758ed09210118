//! `cargo xtask serve`: the page on this machine, with the headers it is meant to run under.

use std::convert::Infallible;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, bail, ensure};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;

use crate::build::{self, Plan};

/// Where the page is served unless another port is given.
pub const DEFAULT_PORT: u16 = 8080;

/// The headers of every answer. EMBEDDING.md says which of them a newsroom's server should send, and why.
pub const HEADERS: [(&str, &str); 6] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
         connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-cache"),
    // Module scripts and data in a sandboxed frame come from the origin "null".
    ("Access-Control-Allow-Origin", "*"),
    // Pages that isolate themselves may show ours in a frame, and load the element.
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
];

/// Builds where asked to, then serves until stopped.
///
/// # Errors
/// When the build fails, there is nothing to serve, or the port is in use.
pub fn run(port: u16, dir: Option<PathBuf>, no_build: bool) -> Result<()> {
    let plan = Plan::here(None, None)?;
    let listener = listen(port)?;
    if dir.is_none() && !no_build {
        build::files(&plan)?;
        // Whoever is at work on the page must see it before it is small enough.
        if let Err(error) = build::weigh(&plan) {
            eprintln!("warning: {error:#}");
        }
    }
    let folder = dir.unwrap_or(plan.out);
    let site = Site::start(listener, &folder)?;
    println!("{}", site.address());
    println!("Serving {}; stop with Ctrl+C", folder.display());
    loop {
        thread::park();
    }
}

/// Takes the port before the build, so that nobody waits for a build to learn that it is in use.
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

/// A folder being served on 127.0.0.1 by a thread of this process.
pub struct Site {
    port: u16,
}

impl Site {
    /// Serves `folder` on any free port.
    ///
    /// # Errors
    /// When there is nothing to serve.
    pub fn anywhere(folder: &Path) -> Result<Self> {
        Self::start(listen(0)?, folder)
    }

    fn start(listener: TcpListener, folder: &Path) -> Result<Self> {
        ensure!(
            folder.is_dir(),
            "there is no folder {}; type: cargo xtask build",
            folder.display()
        );
        let port = listener.local_addr()?.port();
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()?;
        let folder = folder.to_path_buf();
        thread::spawn(move || runtime.block_on(accept(listener, Arc::new(folder))));
        Ok(Self { port })
    }

    /// The address of the site, with a trailing slash.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

async fn accept(listener: TcpListener, folder: Arc<PathBuf>) {
    let listener =
        tokio::net::TcpListener::from_std(listener).expect("a listening socket of this process");
    loop {
        // One connection that fails, as when its reader went away, says nothing about the next.
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let folder = Arc::clone(&folder);
        let service = service_fn(move |request: Request<Incoming>| {
            let answer = answer(request.method(), request.uri().path(), &folder);
            async { Ok::<_, Infallible>(answer) }
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move {
            let _ = connection.await;
        });
    }
}

fn answer(method: &Method, path: &str, folder: &Path) -> Response<Full<Bytes>> {
    let (status, kind, body) = if matches!(*method, Method::GET | Method::HEAD) {
        respond(path, folder)
    } else {
        (
            StatusCode::METHOD_NOT_ALLOWED,
            TEXT,
            b"method not allowed\n".to_vec(),
        )
    };
    let response = Response::builder()
        .status(status)
        .header("Content-Type", kind);
    HEADERS
        .into_iter()
        .fold(response, |response, (name, value)| {
            response.header(name, value)
        })
        .body(Full::new(body.into()))
        .expect("our own headers are well-formed")
}

const TEXT: &str = "text/plain; charset=utf-8";

/// Status, media type and body for the path of an address.
fn respond(path: &str, folder: &Path) -> (StatusCode, &'static str, Vec<u8>) {
    let missing = (StatusCode::NOT_FOUND, TEXT, b"not found\n".to_vec());
    let Some(mut file) = local(path) else {
        return missing;
    };
    if folder.join(&file).is_dir() {
        file.push("index.html");
    }
    match fs::read(folder.join(&file)) {
        Ok(body) => (StatusCode::OK, media_type(&file), body),
        // Browsers ask for it unasked.
        Err(_) if file == Path::new("favicon.ico") => {
            (StatusCode::NO_CONTENT, "image/x-icon", Vec::new())
        }
        Err(_) => missing,
    }
}

/// The file that the path of an address means, relative to the folder served; none when it would leave it.
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
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;
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
                let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, site.port)).unwrap();
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
