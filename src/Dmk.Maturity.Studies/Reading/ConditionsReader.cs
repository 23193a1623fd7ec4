using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Reads <c>conditions: { cloud: { title: { de: ..., en: ... }, where: "cloud_services.none == 0" } }</c>: of which companies
/// readers other than operators get results of their own.</summary>
internal static class ConditionsReader
{
    public static IReadOnlyList<NamedCondition> Read(YamlMapping top)
    {
        var found = new List<NamedCondition>();
        if (top.Optional("conditions")?.AsMapping() is not { } declared)
        {
            return found;
        }

        foreach (var (id, _) in declared.Entries)
        {
            if (declared.Required(id.Value)?.AsMapping() is not { } one || id.AsId() is not { } name)
            {
                continue;
            }

            var (title, where) = (one.Required("title")?.AsText(), one.Required("where"));
            one.NothingElse();
            if (title is not null && where?.AsString() is { } text)
            {
                found.Add(new(name, title, text, where.Place));
            }
        }

        if (declared.Entries.Count > ConditionMixes.Most)
        {
            declared.Report(
                "too-many",
                $"There are {declared.Entries.Count} conditions, and what {ConditionMixes.Most} of them tell together can be decided. "
                    + "Keep those that readers ask for."
            );
        }

        return found;
    }
}
