using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads <c>index.yaml</c>: the head of the file and its levels; <see cref="IndexTreeReader"/> reads the tree.</summary>
internal sealed class IndexModelReader
{
    private readonly Questionnaire _questionnaire;
    private readonly List<Problem> _problems = [];

    private IndexModelReader(Questionnaire questionnaire) => _questionnaire = questionnaire;

    public static Parsed<IndexModel> Parse(string yaml, string file, Questionnaire questionnaire)
    {
        var reader = new IndexModelReader(questionnaire);
        var model = YamlFile.Parse(yaml, file, reader._problems) is { } top ? reader.Model(top, yaml) : null;
        return new(reader._problems.Exists(problem => problem.Severity == Severity.Error) ? null : model, reader._problems);
    }

    private IndexModel? Model(YamlMapping top, string yaml)
    {
        var id = top.Required("id")?.AsId();
        var version = Version(top);
        var title = top.Required("title")?.AsText();
        var major = Major(top);
        var scale = ScaleOf(top);
        var levels = Levels(top, scale, out var starts);
        var tree = new IndexTreeReader(_questionnaire, scale ?? new(0, 100), _problems);
        if (top.Required("index")?.AsMapping() is { } root)
        {
            tree.Read(root);
            if (tree.Reach is { } reach && scale is { } ends && !_problems.Exists(problem => problem.Severity == Severity.Error))
            {
                ReachLint.Report(reach, ends, levels, starts, root);
            }
        }

        top.NothingElse();
        return
            id is null
            || version is null
            || title is null
            || major is null
            || scale is null
            || levels.Count == 0
            || tree.Plan is not { } plan
            ? null
            : new(_questionnaire, plan, asked => IndexModel.Parse(yaml, id, asked).OrThrow().Plan)
            {
                Id = id,
                Version = version,
                Hash = SourceText.Hash(yaml),
                Source = yaml,
                Title = title,
                QuestionnaireId = _questionnaire.Id,
                QuestionnaireMajor = major.Value,
                ScaleFrom = scale.Value.From,
                ScaleTo = scale.Value.To,
                Levels = levels,
                Nodes = tree.Nodes,
            };
    }

    private static string? Version(YamlMapping top)
    {
        var node = top.Required("version");
        if (node?.AsString() is not { } version || SemanticVersion.Major(version) is not null)
        {
            return node?.AsScalar()?.Value;
        }

        node.Report("bad-version", $"'{version}' is not a version. Write three whole numbers, as in 1.0.0.");
        return null;
    }

    /// <summary>The major version of the questionnaire, which must be the one at hand.</summary>
    private int? Major(YamlMapping top)
    {
        if (top.Required("questionnaire") is not { } node || node.AsString() is not { } reference)
        {
            return null;
        }

        var have = SemanticVersion.Major(_questionnaire.Version);
        var parts = reference.Split('@');
        if (parts.Length != 2 || SemanticVersion.Number(parts[1]) is not { } major)
        {
            node.Report(
                "bad-reference",
                $"'{reference}' names no questionnaire. Write its id and its major version, as in {_questionnaire.Id}@{have}."
            );
            return null;
        }

        if (parts[0] != _questionnaire.Id || major != have)
        {
            node.Report(
                "questionnaire-mismatch",
                $"This model scores {reference}, but the questionnaire at hand is "
                    + $"{_questionnaire.Id}@{_questionnaire.Version}. Write {_questionnaire.Id}@{have}, or give it the other "
                    + "questionnaire."
            );
            return null;
        }

        return major;
    }

    private static Scale? ScaleOf(YamlMapping top)
    {
        if (top.Required("scale")?.AsMapping() is not { } node)
        {
            return null;
        }

        var (from, to) = (node.Required("from")?.AsDecimal(), node.Required("to")?.AsDecimal());
        node.NothingElse();
        if (from >= to)
        {
            node.Report(
                "scale-not-ascending",
                string.Create(CultureInfo.InvariantCulture, $"The scale runs from {from} to {to}. Its end must be above its beginning.")
            );
            return null;
        }

        return from is null || to is null ? null : new((double)from, (double)to);
    }

    /// <param name="starts">Where the file says where each level begins.</param>
    private static List<Level> Levels(YamlMapping top, Scale? scale, out List<YamlNode> starts)
    {
        var levels = new List<Level>();
        starts = [];
        var list = top.Required("levels");
        var nodes = list?.AsMappings() ?? [];
        foreach (var node in nodes)
        {
            var id = node.Required("id")?.AsId();
            var fromNode = node.Required("from");
            var from = (double?)fromNode?.AsDecimal();
            var title = node.TextHere();
            node.NothingElse();
            if (id is null || from is null || title is null || scale is not { } within)
            {
                continue;
            }

            CheckLevel(levels, id, from.Value, within, node, fromNode!);
            levels.Add(new(id, from.Value, title));
            starts.Add(fromNode!);
        }

        if (nodes.Count == 0 && list is YamlList)
        {
            list.Report("no-levels", "There is no level. Name at least one, from the beginning of the scale.");
        }

        return levels;
    }

    private static void CheckLevel(List<Level> before, string id, double from, Scale scale, YamlMapping node, YamlNode fromNode)
    {
        if (before.Exists(level => level.Id == id))
        {
            node.Report("duplicate-id", $"There is a level '{id}' already. Give each its own id.");
        }

        if (before.Count == 0 && from != scale.From)
        {
            fromNode.Report(
                "level-start",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The first level begins at {from}, the scale at {scale.From}. Begin the first level where the scale begins."
                )
            );
        }
        else if (before.Count > 0 && from <= before[^1].From)
        {
            fromNode.Report(
                "levels-not-ascending",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The level '{id}' begins at {from}, not "
                        + $"above the one before it ({before[^1].From}). Put the levels in ascending order."
                )
            );
        }
        else if (from > scale.To)
        {
            fromNode.Report(
                "unreachable-level",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The level '{id}' begins at {from}, beyond the end of the scale ({scale.To}). Nobody could reach it."
                )
            );
        }
    }
}
