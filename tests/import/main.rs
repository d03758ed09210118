//! Reading of files as people have them: samples, formats in circulation, properties, damage.

mod calculator;
mod command;
mod formats;
mod limits;
mod lok_sabha;
mod malformed;
mod properties;
mod samples;
mod spreadsheets;
mod support;
