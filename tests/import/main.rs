//! Reading of files as people have them: samples, formats in circulation, properties, damage.

mod formats;
mod malformed;
mod properties;
mod samples;
mod support;
