using System.Buffers;
using System.Text;
using YamlDotNet.Core;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads an author's YAML file into nodes that know where they stand, and collects every mistake instead of stopping at the
/// first.</summary>
/// <remarks>
/// A strict part of YAML: one document, no anchors, aliases or tags, no key twice; at most <see cref="MaximumLength"/> characters and
/// <see cref="MaximumDepth"/> levels. Every scalar is text until its reader asks for a number, a date or a truth: <c>no</c> stays the
/// word "no".
/// <code>
/// var problems = new List&lt;Problem&gt;();
/// if (YamlFile.Read("index.yaml", problems) is { } file)
/// {
///     var id = file.Required("id")?.AsId();
///     var from = file.Required("scale")?.AsMapping()?.Optional("from")?.AsDecimal() ?? 0;
///     var levels = file.Required("levels")?.AsMappings() ?? [];
///     file.NothingElse();
/// }
/// </code>
/// </remarks>
public static class YamlFile
{
    /// <summary>In characters; the largest questionnaire we know has 300,000.</summary>
    public const int MaximumLength = 2_000_000;

    /// <summary>Mappings and lists inside each other.</summary>
    public const int MaximumDepth = 40;

    /// <returns>The mapping at the top, or null when the file cannot be read at all; the problems say why.</returns>
    public static YamlMapping? Read(string path, ICollection<Problem> problems) =>
        Text(path, problems) is { } yaml ? Parse(yaml, path, problems) : null;

    /// <returns>What stands in the file, or null when it cannot be read or is not UTF-8.</returns>
    public static string? Text(string path, ICollection<Problem> problems)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaximumLength * 4L })
            {
                return TooLarge<string>(path, problems);
            }

            if (RegularFile.HoldsNothing(path))
            {
                problems.Add(new(new(path, 1, 1), "empty-file", RegularFile.Nothing));
                return null;
            }

            return File.ReadAllText(path, new UTF8Encoding(false, true));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(
                new(
                    FirstBad(path),
                    "not-utf8",
                    "The file is not UTF-8. The first letter that is not stands here. Save it as UTF-8 "
                        + "(in Excel: Save As, \"CSV UTF-8\"; in an editor: with the encoding UTF-8)."
                )
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(new(path, 0, 0), "file-unreadable", Why(path, failure)));
        }

        return null;
    }

    /// <summary>Without the path, which the problem names as it was given.</summary>
    private static string Why(string path, Exception failure) =>
        Directory.Exists(path) ? "This is a folder. Name a file in it."
        : failure is FileNotFoundException or DirectoryNotFoundException ? "There is no such file."
        : failure is UnauthorizedAccessException ? "The file cannot be read: this user may not."
        : $"The file cannot be read: {failure.Message.Replace(Path.GetFullPath(path), path, StringComparison.Ordinal)}";

    /// <summary>Where the first byte stands that is no UTF-8. The column counts characters.</summary>
    private static FilePosition FirstBad(string path)
    {
        var rest = File.ReadAllBytes(path).AsSpan();
        rest = rest.StartsWith(Encoding.UTF8.Preamble) ? rest[Encoding.UTF8.Preamble.Length..] : rest;
        var (line, column) = (1, 1);
        while (Rune.DecodeFromUtf8(rest, out var letter, out var length) == OperationStatus.Done)
        {
            (line, column) = letter.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            rest = rest[length..];
        }

        return new(path, line, column);
    }

    /// <param name="file">The name that problems show.</param>
    public static YamlMapping? Parse(string yaml, string file, ICollection<Problem> problems)
    {
        if (yaml.Length > MaximumLength)
        {
            return TooLarge<YamlMapping>(file, problems);
        }

        var source = new YamlSource(file, yaml.TrimStart('\uFEFF')) { Problems = problems };
        var hidden = YamlSeparators.Hide(source.Yaml);
        return YamlHalves.Read(source, hidden) ?? Whole(source, hidden);
    }

    /// <summary>By one reader, which reports what is wrong.</summary>
    internal static YamlMapping? Whole(YamlSource source, string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            return new YamlReader(parser, source).Document();
        }
        catch (YamlException failure)
        {
            if (HashBefore(source.Yaml, (int)failure.Start.Line) is { } hash)
            {
                source.Problems.Add(
                    new(
                        hash with
                        {
                            File = source.File,
                        },
                        "yaml-syntax",
                        "From ' #' on everything is a comment, also the bracket that would end this. Put the text in quotes, as in "
                            + "\"Frage #1\"."
                    )
                );
                return null;
            }

            source.Report(
                failure.Start,
                "yaml-syntax",
                $"This is not YAML: {failure.Message} Check indentation, quotes and brackets here and in the line before."
            );
        }
        catch (InvalidOperationException)
        {
            // How the library's scanner gives up on some unfinished mappings in braces.
            source.Report(
                parser.Current?.End ?? Mark.Empty,
                "yaml-syntax",
                "This is not YAML from here on. Check brackets, quotes and colons here and in the line before."
            );
        }
        catch (YamlReader.RefusedException)
        {
            // Already reported where it was found.
        }

        return null;
    }

    /// <summary>A '#' that cuts off the end of braces, at most two lines before reading failed.</summary>
    private static FilePosition? HashBefore(string yaml, int line)
    {
        var lines = yaml.Split('\n', line + 1);
        for (var i = Math.Min(line, lines.Length) - 1; i >= Math.Max(0, line - 3); i--)
        {
            var at = lines[i].IndexOf(" #", StringComparison.Ordinal);
            if (at > 0 && lines[i][..at] is var before && before.Count(sign => sign == '{') > before.Count(sign => sign == '}'))
            {
                return new("", i + 1, at + 2);
            }
        }

        return null;
    }

    private static T? TooLarge<T>(string file, ICollection<Problem> problems)
        where T : class
    {
        problems.Add(new(new(file, 0, 0), "file-too-large", $"The file has more than {MaximumLength:N0} characters. Split it."));
        return null;
    }
}
