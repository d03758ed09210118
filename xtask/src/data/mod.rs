//! `cargo xtask data`: the data files of the page, from a folder of CSV files.
//!
//! [`tables`] reads the rows, [`assemble`] joins and checks them, [`dataset`] is the shape that is written (DATA.md).
//! What a person decided stands in its own file: [`person`] and [`parties`] how names are printed, [`spellings`] what
//! else a search should find, [`said`] reports' words in Hindi, [`palette`] who wears which colour, [`elections`] the days and sources of each election.
//! [`ground`] makes the map of the constituencies and [`tiles`] the tile map from outlines in a GeoJSON file.

mod around;
mod assemble;
#[cfg(test)]
mod colour;
#[cfg(test)]
mod committed;
mod dataset;
mod elections;
mod ground;
#[cfg(test)]
mod map_tests;
mod palette;
mod parties;
mod person;
mod readings;
mod said;
mod spellings;
mod tables;
#[cfg(test)]
mod tests;
mod tiles;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use ground::Ground;
use seat_calculator::election::Election;
use serde_json::json;

/// Writes `www/data/<election>.json` for every election the project ships, the list of them, and the map they share, from the
/// files in `from`. The same files give the same bytes. Nothing is written unless all of them can be made.
///
/// # Errors
/// When a CSV file is missing or contradicts itself or another, when the calculator would refuse a file made of them,
/// or a file cannot be written.
pub fn run(from: &Path) -> Result<()> {
    let folder = |file: &str| {
        let path = from.join(file);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let map = &elections::JHARKHAND;
    let ground = Ground::read(&folder(map.file)?).with_context(|| map.file)?;
    let tiles = tiles::deal(&ground.centres(), &ground.neighbours());
    let map_text = ground.map(map.id, &json!(map.source));
    let mut files = vec![(map.name(), map_text)];
    for election in &elections::ELECTIONS {
        let mut dataset = assemble::assemble(election, &folder)?;
        if election.map {
            let seats = dataset.constituencies.iter().map(|seat| &seat.id);
            ensure!(
                seats.eq(&ground.ids),
                "{}: not the constituencies of the map",
                election.id
            );
            dataset.map = Some((map.name(), tiles.clone()));
        }
        let text = dataset.render()?;
        accepted(&text).with_context(|| format!("the calculator would refuse {}", election.id))?;
        files.push((format!("{}.json", election.id), text));
        if let Some(text) = around::around(election, &dataset, &folder)? {
            files.push((format!("{}.facts.json", election.id), text));
        }
    }
    let mut readings = vec![readings::segments(&folder)?];
    for moment in &readings::MOMENTS {
        readings.push(readings::moment(moment, &folder)?);
    }
    for dataset in &mut readings {
        dataset.map = Some((map.name(), tiles.clone()));
        let text = dataset.render()?;
        accepted(&text).with_context(|| format!("the calculator would refuse {}", dataset.id))?;
        files.push((format!("{}.json", dataset.id), text));
    }
    files.push(("elections.json".to_owned(), elections::list(&readings)?));
    let into = crate::paths::root()?.join("www/data");
    fs::create_dir_all(&into)?;
    for (name, text) in files {
        let path = into.join(name);
        fs::write(&path, &text).with_context(|| format!("cannot write {}", path.display()))?;
        println!("{} {} bytes", path.display(), text.len());
    }
    Ok(())
}

/// Whether the calculator's own check finds nothing to say against a data file.
fn accepted(text: &str) -> Result<()> {
    Election::from_json(text)?;
    Ok(())
}
