//! Pictures of a house as geometry: pure functions from counts and outlines to whole units of a
//! frame, right and down from its corner. Nothing here knows a browser; the page places what is
//! answered.

pub mod arc;
pub mod colour;
pub mod hemicycle;
pub mod house;
pub mod map;
pub mod request;
pub mod seating;
pub mod seats_votes_curve;
pub mod small_house;
pub mod svg;
pub mod timeline;
