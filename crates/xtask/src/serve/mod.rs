//! A small server for static files, for this machine only.

mod headers;
mod resolve;

use anyhow::{Context as _, anyhow, bail};
use resolve::{Target, resolve};
use std::fs::File;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// How many ports are tried, from the one asked for.
const PORTS: u16 = 20;

/// How many answers are sent at once: a browser opens six connections to one host.
const THREADS: usize = 6;

/// Serves `folder` until the process is ended, and prints where.
pub(crate) fn run(folder: &Path, port: u16) -> anyhow::Result<()> {
    if !folder.join("index.html").is_file() {
        bail!("{} holds no page: build it with `cargo xtask build`", folder.display());
    }
    let folder = folder.canonicalize()?;
    let listener = listen(port)?;
    let address = listener.local_addr()?;
    let server =
        Server::from_listener(listener, None).map_err(|error| anyhow!("the server could not be started: {error}"))?;
    println!("Serving {} at http://{address}/ (Ctrl+C ends it)", folder.display());
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| server.incoming_requests().for_each(|request| handle(&folder, request)));
        }
    });
    Ok(())
}

/// Listens on `port`, or the next free one.
fn listen(port: u16) -> anyhow::Result<TcpListener> {
    let last = port.saturating_add(PORTS - 1);
    for candidate in port..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(error).with_context(|| format!("port {candidate} cannot be used"));
            }
        }
    }
    bail!("the ports {port} to {last} are all in use: name another with --port")
}

fn handle(folder: &Path, request: Request) {
    let sent = match request.method() {
        Method::Get | Method::Head => answer(folder, request),
        _ => request.respond(page("405 Method Not Allowed", 405)),
    };
    // A browser that goes elsewhere closes the connection: that is no fault.
    if let Err(error) = sent
        && error.kind() != ErrorKind::BrokenPipe
        && error.kind() != ErrorKind::ConnectionReset
    {
        eprintln!("an answer could not be sent: {error}");
    }
}

fn answer(folder: &Path, request: Request) -> std::io::Result<()> {
    match resolve(folder, request.url()) {
        Target::File(path) => match File::open(&path) {
            Ok(file) => request.respond(with_headers(whole(file), &path)),
            Err(_) => request.respond(page("403 Forbidden", 403)),
        },
        Target::Elsewhere(location) => {
            let header = Header::from_bytes("Location", location);
            let redirect = page("301 Moved Permanently", 301);
            request.respond(header.into_iter().fold(redirect, Response::with_header))
        }
        Target::Nothing => match File::open(folder.join("404.html")) {
            Ok(file) => {
                let response = whole(file).with_status_code(404);
                request.respond(with_headers(response, Path::new("404.html")))
            }
            Err(_) => request.respond(page("404 Not Found", 404)),
        },
    }
}

/// Returns a file with its length, which tiny_http leaves out of long answers by itself.
fn whole(file: File) -> Response<File> {
    Response::from_file(file).with_chunked_threshold(usize::MAX)
}

/// Returns a page of one line.
fn page(text: &str, status: u16) -> Response<std::io::Cursor<Vec<u8>>> {
    let html = format!("<!doctype html><html lang=\"en\"><title>{text}</title><h1>{text}</h1>\n");
    let response = Response::from_string(html).with_status_code(status);
    with_headers(response, Path::new("status.html"))
}

fn with_headers<R: std::io::Read>(response: Response<R>, path: &Path) -> Response<R> {
    let headers = headers::for_file(path).into_iter();
    headers.filter_map(|(name, value)| Header::from_bytes(name, value).ok()).fold(response, Response::with_header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_free_port_is_taken() {
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = first.local_addr().unwrap().port();
        let next = listen(taken).unwrap().local_addr().unwrap().port();
        assert!(next > taken, "{next} after {taken}");
    }
}
