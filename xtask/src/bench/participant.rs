//! A program that takes part in a benchmark: it reads one request a line and answers with one line.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

/// A participant, started when first asked and again after it had to be stopped.
pub struct Participant {
    command: Box<dyn Fn() -> Command>,
    /// Whether its first line, before any request, is a greeting; what goes wrong before that is shown.
    greets: bool,
    running: Option<Running>,
}

struct Running {
    child: Child,
    requests: ChildStdin,
    answers: Receiver<String>,
}

impl Participant {
    pub fn new(greets: bool, command: impl Fn() -> Command + 'static) -> Self {
        Self {
            command: Box::new(command),
            greets,
            running: None,
        }
    }

    /// Starts it and answers its greeting.
    ///
    /// # Errors
    /// When it cannot be started or says nothing within a minute.
    pub fn greeting(&mut self) -> Result<Value> {
        let mut running = self.start()?;
        let line = running.answer(Duration::from_secs(60));
        self.running = Some(running);
        let line = line?.context("no greeting")?;
        serde_json::from_str(&line).with_context(|| line)
    }

    /// What it answers to `request`; none where it takes longer than `limit`, or ends. It is stopped then.
    ///
    /// # Errors
    /// When it cannot be started, or answers something else than JSON.
    pub fn ask(&mut self, request: &Value, limit: Duration) -> Result<Option<Value>> {
        if self.running.is_none() {
            if self.greets {
                self.greeting()?;
            } else {
                self.running = Some(self.start()?);
            }
        }
        let Some(mut running) = self.running.take() else {
            return Ok(None);
        };
        // A participant that has ended is found out by its silence.
        let _ = writeln!(running.requests, "{request}").and_then(|()| running.requests.flush());
        let Some(line) = running.answer(limit)? else {
            return Ok(None);
        };
        self.running = Some(running);
        Ok(Some(serde_json::from_str(&line).with_context(|| line)?))
    }

    fn start(&self) -> Result<Running> {
        let mut command = (self.command)();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(if self.greets {
                Stdio::inherit()
            } else {
                Stdio::null()
            })
            .spawn()
            .with_context(|| format!("cannot start {command:?}"))?;
        let requests = child.stdin.take().context("no way in")?;
        let output = child.stdout.take().context("no way out")?;
        let (sender, answers) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Running {
            child,
            requests,
            answers,
        })
    }
}

impl Running {
    fn answer(&mut self, limit: Duration) -> Result<Option<String>> {
        match self.answers.recv_timeout(limit) {
            Ok(line) => Ok(Some(line)),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok(None),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
