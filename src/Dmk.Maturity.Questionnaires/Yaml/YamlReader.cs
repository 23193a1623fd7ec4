using System.Buffers;
using System.Runtime.InteropServices;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Makes nodes of what the library's parser finds, and refuses what our part of YAML leaves out.</summary>
/// <param name="lines">Lines of the file before what the parser reads.</param>
/// <param name="characters">Characters of the file before what the parser reads.</param>
internal sealed class YamlReader(Parser parser, YamlSource source, int lines = 0, int characters = 0)
{
    /// <summary>Control characters that are no white space, and what is no character.</summary>
    private static readonly SearchValues<char> _unshowable = SearchValues.Create([
        .. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n', '\v', '\f', '\r']),
        '\u007F',
        '\uFFFE',
        '\uFFFF',
    ]);

    /// <summary>Of the mappings that have begun and not ended, the innermost last.</summary>
    private readonly List<KeyValuePair<YamlScalar, YamlNode>> _entries = [];

    /// <summary>Of the lists that have begun and not ended, the innermost last.</summary>
    private readonly List<YamlNode> _items = [];

    /// <summary>Whether the document, when it was read, ended with the text and not with '...'.</summary>
    public bool EndsWithText { get; private set; }

    /// <exception cref="RefusedException">After reporting what is refused.</exception>
    public YamlMapping? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            source.Report(Mark.Empty, "empty-file", "The file is empty.");
            return null;
        }

        var node = Node(1);
        EndsWithText = parser.Consume<DocumentEnd>().IsImplicit;
        if (!parser.TryConsume<StreamEnd>(out _))
        {
            throw Refuse(parser.Current!.Start, "several-documents", "There is a second document behind '---'. Make it a file of its own.");
        }

        return node.AsMapping();
    }

    private YamlNode Node(int depth)
    {
        if (parser.Accept<AnchorAlias>(out var alias))
        {
            throw Refuse(alias.Start, "alias", $"The alias *{alias.Value} is not allowed. Write the value out, or use a named code list.");
        }

        var start = parser.Consume<NodeEvent>();
        if (!start.Anchor.IsEmpty)
        {
            throw Refuse(start.Start, "alias", $"The anchor &{start.Anchor.Value} is not allowed. Remove it.");
        }

        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific)
        {
            throw Refuse(start.Start, "tag", $"The tag {start.Tag.Value} is not allowed. Remove it.");
        }

        if (depth > YamlFile.MaximumDepth)
        {
            throw Refuse(start.Start, "too-deep", $"More than {YamlFile.MaximumDepth} levels inside each other. Flatten the file.");
        }

        return start switch
        {
            Scalar scalar => Shown(scalar),
            SequenceStart => List(start, depth),
            _ => Mapping(start, depth),
        };
    }

    /// <summary>A text in which every character can be shown: on a page, on paper and in a file.</summary>
    private YamlScalar Shown(Scalar scalar)
    {
        if (scalar.Value.AsSpan().IndexOfAny(_unshowable) is var at and >= 0)
        {
            source.Report(
                scalar.Start,
                "yaml-syntax",
                $"The text that begins here contains the character U+{(int)scalar.Value[at]:X4}, which cannot be shown. Take it out."
            );
        }

        return new(source, Line(scalar), (int)scalar.Start.Index + characters, scalar);
    }

    private YamlList List(NodeEvent start, int depth)
    {
        var first = _items.Count;
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            _items.Add(Node(depth + 1));
        }

        return new(source, Line(start), (int)start.Start.Column, Ended(_items, first));
    }

    private YamlMapping Mapping(NodeEvent start, int depth)
    {
        var first = _entries.Count;
        HashSet<string>? seen = null;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyNode = Node(depth + 1);
            var value = Node(depth + 1);
            if (keyNode is not YamlScalar key)
            {
                keyNode.Report("wrong-kind", "A key must be a word.");
            }
            else if (IsThere(key.Value, first, ref seen))
            {
                key.Report("duplicate-key", $"The key '{key.Value}' stands here twice. Keep one.");
            }
            else
            {
                _entries.Add(new(key, value));
            }
        }

        return new(source, Line(start), (int)start.Start.Column, Ended(_entries, first));
    }

    private int Line(NodeEvent start) => (int)start.Start.Line + lines;

    /// <summary>Nearly all mappings are short: a set is made only for a long one.</summary>
    private bool IsThere(string key, int first, ref HashSet<string>? seen)
    {
        const int Short = 16;
        if (_entries.Count - first >= Short)
        {
            seen ??= _entries.Skip(first).Select(entry => entry.Key.Value).ToHashSet(StringComparer.Ordinal);
            return !seen.Add(key);
        }

        for (var i = first; i < _entries.Count; i++)
        {
            if (_entries[i].Key.Value == key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What was added from there on, as an array of its own.</summary>
    private static T[] Ended<T>(List<T> open, int first)
    {
        T[] own = [.. CollectionsMarshal.AsSpan(open)[first..]];
        open.RemoveRange(first, own.Length);
        return own;
    }

    private RefusedException Refuse(Mark mark, string code, string message)
    {
        source.Report(mark, code, message);
        return new();
    }

    /// <summary>Ends reading after a construct that we refuse to look into.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Never leaves this folder.")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "Never leaves this folder.")]
    internal sealed class RefusedException : Exception;
}
