//! Which of the page's modules are shipped as one file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What each module imports statically, in order.
pub type Graph = BTreeMap<PathBuf, Vec<PathBuf>>;

/// A file to ship.
#[derive(Debug, PartialEq, Eq)]
pub struct Chunk {
    /// The module whose address the file has.
    pub root: PathBuf,
    /// The modules in it, `root` last, each after what it imports: the order they run in.
    pub members: Vec<PathBuf>,
}

/// The files to ship: those in `named` (pages name them), those nobody imports statically (they are loaded on demand), and
/// what two such files share, which must not exist twice: it goes along with a file that pages name and that needs it (of
/// several with the one that needs most), for that is there already, and otherwise is a file of its own.
pub fn chunks(graph: &Graph, named: &BTreeSet<PathBuf>) -> Vec<Chunk> {
    let imported: BTreeSet<&PathBuf> = graph.values().flatten().collect();
    let mut roots: BTreeSet<PathBuf> = graph
        .keys()
        .filter(|file| named.contains(*file) || !imported.contains(file))
        .cloned()
        .collect();
    let mut first: Vec<Chunk> = roots
        .iter()
        .filter(|root| named.contains(*root))
        .map(|root| chunk(root, graph, &roots))
        .collect();
    first.sort_by_key(|chunk| std::cmp::Reverse(chunk.members.len()));
    let mut placed = roots.clone();
    for chunk in &mut first {
        let root = chunk.root.clone();
        chunk
            .members
            .retain(|member| *member == root || placed.insert(member.clone()));
    }
    loop {
        let mut owner = BTreeMap::new();
        // From the importer down, so that what only a shared module needs goes along with it.
        let found = roots
            .iter()
            .filter(|root| !named.contains(*root))
            .find_map(|root| {
                let members = chunk(root, graph, &placed).members;
                members
                    .into_iter()
                    .rev()
                    .find(|member| owner.insert(member.clone(), root).is_some())
            });
        match found {
            Some(file) => {
                placed.insert(file.clone());
                roots.insert(file);
            }
            None => break,
        };
    }
    let later = roots.iter().filter(|root| !named.contains(*root));
    first.extend(later.map(|root| chunk(root, graph, &placed)));
    first.sort_by(|a, b| a.root.cmp(&b.root));
    first
}

/// What `root` needs of modules that are not in `placed`.
fn chunk(root: &Path, graph: &Graph, placed: &BTreeSet<PathBuf>) -> Chunk {
    fn visit(
        file: &Path,
        graph: &Graph,
        placed: &BTreeSet<PathBuf>,
        met: &mut BTreeSet<PathBuf>,
        order: &mut Vec<PathBuf>,
    ) {
        for next in graph.get(file).into_iter().flatten() {
            if graph.contains_key(next) && !placed.contains(next) && met.insert(next.clone()) {
                visit(next, graph, placed, met, order);
            }
        }
        order.push(file.to_path_buf());
    }
    let mut members = Vec::new();
    let mut met = BTreeSet::from([root.to_path_buf()]);
    visit(root, graph, placed, &mut met, &mut members);
    Chunk {
        root: root.to_path_buf(),
        members,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped(edges: &[(&str, &[&str])], named: &[&str]) -> String {
        let graph = edges
            .iter()
            .map(|(from, to)| (from.into(), to.iter().map(PathBuf::from).collect()))
            .collect();
        let named = named.iter().map(PathBuf::from).collect();
        let line = |chunk: &Chunk| {
            let members: Vec<_> = chunk
                .members
                .iter()
                .map(|file| file.to_str().unwrap())
                .collect();
            assert_eq!(chunk.members.last(), Some(&chunk.root));
            members.join(" ")
        };
        let lines: Vec<String> = chunks(&graph, &named).iter().map(line).collect();
        lines.join("; ")
    }

    #[test]
    fn one_entry_takes_everything_it_imports_in_the_order_it_runs() {
        let edges: &[(&str, &[&str])] = &[
            ("a", &["b", "pkg", "c"]),
            ("b", &["d"]),
            ("c", &["d", "b"]),
            ("d", &["b"]),
        ];
        assert_eq!(shipped(edges, &["a"]), "d b c a");
    }

    #[test]
    fn what_two_files_share_is_shipped_once() {
        let edges: &[(&str, &[&str])] = &[
            ("a", &["s"]),
            ("b", &["t"]),
            ("t", &["s"]),
            ("s", &["u"]),
            ("u", &[]),
        ];
        assert_eq!(shipped(edges, &[]), "a; t b; u s");
    }

    #[test]
    fn what_a_page_loads_anyway_is_there_for_what_comes_later() {
        let edges: &[(&str, &[&str])] = &[
            ("page", &["s", "v", "w"]),
            ("v", &["s"]),
            ("w", &[]),
            ("also", &["s"]),
            ("late", &["v", "x"]),
            ("later", &["s", "x"]),
            ("s", &["u"]),
            ("u", &[]),
            ("x", &[]),
        ];
        assert_eq!(
            shipped(edges, &["also", "page"]),
            "also; late; later; u s v w page; x"
        );
    }

    #[test]
    fn an_entry_that_another_imports_stays_whole() {
        let edges: &[(&str, &[&str])] = &[("page", &["element"]), ("element", &[]), ("late", &[])];
        assert_eq!(shipped(edges, &["page", "element"]), "element; late; page");
    }
}
