//! What a content management system asks for when an editor pastes the page's address: oEmbed (oembed.com, 1.0) as one
//! static file for each election, and the link by which it is found. Both need to know where the page will stand.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::declared::Shipped;
use super::{Plan, declared, html};

const FOLDER: &str = "oembed";
/// The size in CSS pixels that a host gives before the frame says how tall it is.
const WIDTH: u32 = 600;
const HEIGHT: u32 = 720;
/// How long a host may keep the answer, in seconds.
const CACHE: u32 = 86_400;

/// Writes `oembed/<election>.json` for every election of the site; nothing where the address of publication is unknown.
///
/// # Errors
/// When a data file is no JSON.
pub fn write(plan: &Plan) -> Result<()> {
    if plan.base_url.is_empty() {
        return Ok(());
    }
    let folder = plan.out.join(FOLDER);
    fs::create_dir_all(&folder)?;
    for election in declared::elections(&plan.out)? {
        let file = Path::new("data").join(format!("{}.json", election.id));
        let text = html::read(&plan.out, &file)?;
        let dataset = serde_json::from_str(&text).with_context(|| file.display().to_string())?;
        let answer = answer(&plan.base_url, &election, &dataset);
        fs::write(
            folder.join(format!("{}.json", election.id)),
            answer.to_string(),
        )?;
    }
    Ok(())
}

/// The link by which the answer for the page of `election` is found, empty where the address is unknown.
pub fn link(base_url: &str, election: &str) -> String {
    if base_url.is_empty() {
        return String::new();
    }
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" title=\"Seat calculator\" href=\"{}/{FOLDER}/{election}.json\">",
        declared::text(base_url)
    )
}

fn answer(base_url: &str, shipped: &Shipped, dataset: &Value) -> Value {
    let Shipped { id, page } = shipped;
    let title = dataset["title"]["en"].as_str().unwrap_or(id);
    // The first page's address goes without its file name.
    let page = format!(
        "{base_url}/{}",
        if page == "index.html" { "" } else { page }
    );
    let frame = format!("{base_url}/{}?mode=compact", shipped.frame());
    let (title_text, page_text, frame_text) = (
        declared::text(title),
        declared::text(&page),
        declared::text(&frame),
    );
    // The two elements and the class that WordPress lets through from sites it does not know. It makes no frame taller than
    // 1000 CSS pixels, so that the frame has to scroll.
    let html = format!(
        "<blockquote class=\"wp-embedded-content\"><a href=\"{page_text}\">{title_text}</a></blockquote>\
         <iframe class=\"wp-embedded-content\" src=\"{frame_text}\" title=\"{title_text}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         sandbox=\"allow-scripts\" frameborder=\"0\" marginwidth=\"0\" marginheight=\"0\"></iframe>"
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Seat calculator",
        "provider_url": format!("{base_url}/"),
        "title": title,
        "html": html,
        "width": WIDTH,
        "height": HEIGHT,
        "cache_age": CACHE,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Shipped, answer, link};

    fn shipped(id: &str, page: &str) -> Shipped {
        Shipped {
            id: id.to_owned(),
            page: page.to_owned(),
        }
    }

    #[test]
    fn addresses_are_absolute_and_titles_are_text() {
        let dataset = json!({ "title": { "en": "A & \"B\" <1>" } });
        let first = answer(
            "https://example.org/v",
            &shipped("jharkhand-2024", "index.html"),
            &dataset,
        );
        let html = first["html"].as_str().unwrap();
        assert!(
            html.contains("src=\"https://example.org/v/embed.html?mode=compact\""),
            "{html}"
        );
        assert!(html.contains("href=\"https://example.org/v/\""), "{html}");
        assert!(!html.contains("scrolling"), "{html}");
        assert!(
            html.contains(">A &amp; &quot;B&quot; &lt;1&gt;</a>"),
            "{html}"
        );
        assert_eq!(first["title"], "A & \"B\" <1>");
        assert_eq!(
            (&first["version"], &first["type"]),
            (&json!("1.0"), &json!("rich"))
        );
        let other = answer(
            "https://example.org/v",
            &shipped("x-2019", "x-2019.html"),
            &dataset,
        );
        for address in [
            "href=\"https://example.org/v/x-2019.html\"",
            "src=\"https://example.org/v/embed-x-2019.html?mode=compact\"",
        ] {
            assert!(other["html"].as_str().unwrap().contains(address));
        }
    }

    #[test]
    fn without_an_address_there_is_no_link() {
        assert_eq!(link("", "a"), "");
        assert!(link("https://e.org", "a-1").contains("href=\"https://e.org/oembed/a-1.json\""));
    }
}
