//! Which of the page's modules are shipped as one file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What each module imports statically, in order.
pub type Graph = BTreeMap<PathBuf, Vec<PathBuf>>;

/// The modules that stay files of their own: those in `named` (pages name them), those nobody imports statically (they
/// are loaded on demand), and those that two such files share, which must not exist twice.
pub fn roots(graph: &Graph, named: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
    let imported: BTreeSet<&PathBuf> = graph.values().flatten().collect();
    let mut roots: BTreeSet<PathBuf> = graph
        .keys()
        .filter(|file| named.contains(*file) || !imported.contains(file))
        .cloned()
        .collect();
    loop {
        let mut owner = BTreeMap::new();
        // From the importer down, so that what only a shared module needs goes along with it.
        let shared = roots.iter().find_map(|root| {
            let members = members(root, graph, &roots);
            members
                .into_iter()
                .rev()
                .find(|member| owner.insert(member.clone(), root).is_some())
        });
        match shared {
            Some(file) => roots.insert(file),
            None => return roots,
        };
    }
}

/// The modules shipped in the file of `root`, itself last, each after what it imports: the order they run in.
pub fn members(root: &Path, graph: &Graph, roots: &BTreeSet<PathBuf>) -> Vec<PathBuf> {
    fn visit(
        file: &Path,
        graph: &Graph,
        roots: &BTreeSet<PathBuf>,
        met: &mut BTreeSet<PathBuf>,
        order: &mut Vec<PathBuf>,
    ) {
        for next in graph.get(file).into_iter().flatten() {
            if graph.contains_key(next) && !roots.contains(next) && met.insert(next.clone()) {
                visit(next, graph, roots, met, order);
            }
        }
        order.push(file.to_path_buf());
    }
    let mut order = Vec::new();
    visit(
        root,
        graph,
        roots,
        &mut BTreeSet::from([root.to_path_buf()]),
        &mut order,
    );
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(edges: &[(&str, &[&str])]) -> Graph {
        edges
            .iter()
            .map(|(from, to)| (from.into(), to.iter().map(PathBuf::from).collect()))
            .collect()
    }

    fn set(names: &[&str]) -> BTreeSet<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn one_entry_takes_everything_it_imports_in_the_order_it_runs() {
        let graph = graph(&[
            ("a", &["b", "pkg", "c"]),
            ("b", &["d"]),
            ("c", &["d", "b"]),
            ("d", &["b"]),
        ]);
        let roots = roots(&graph, &set(&["a"]));
        assert_eq!(roots, set(&["a"]));
        assert_eq!(
            members(Path::new("a"), &graph, &roots),
            ["d", "b", "c", "a"].map(PathBuf::from)
        );
    }

    #[test]
    fn what_two_entries_share_is_shipped_once() {
        let graph = graph(&[
            ("a", &["s"]),
            ("b", &["t"]),
            ("t", &["s"]),
            ("s", &["u"]),
            ("u", &[]),
        ]);
        let roots = roots(&graph, &set(&["a", "b"]));
        assert_eq!(roots, set(&["a", "b", "s"]));
        assert_eq!(
            members(Path::new("b"), &graph, &roots),
            ["t", "b"].map(PathBuf::from)
        );
        assert_eq!(
            members(Path::new("s"), &graph, &roots),
            ["u", "s"].map(PathBuf::from)
        );
    }

    #[test]
    fn an_entry_that_another_imports_stays_whole() {
        let graph = graph(&[("page", &["element"]), ("element", &[]), ("late", &[])]);
        assert_eq!(
            roots(&graph, &set(&["page", "element"])),
            set(&["page", "element", "late"])
        );
    }
}
