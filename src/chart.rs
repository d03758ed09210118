//! Pictures of a house as geometry: pure functions from counts and outlines to whole units of a frame, right and down from its
//! corner. Nothing here knows a browser; the page places what is answered.

pub mod hemicycle;
pub mod map;
pub mod picture;
pub mod request;
pub mod seating;
pub mod seen;
