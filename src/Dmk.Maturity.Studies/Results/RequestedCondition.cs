using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Finds out of which companies a request wants a table: for operators those of any condition, for others those of one that the
/// study declares.</summary>
internal static class RequestedCondition
{
    /// <exception cref="ResultRequestException">No such condition, or nothing that is shown under one; the message says what there
    /// is.</exception>
    /// <exception cref="NotPermittedException">A condition of somebody's own, of somebody who does not see live figures.</exception>
    public static RequestedTable Put(RequestedTable table, ResultRequest request)
    {
        if (request.Where is null && request.Condition is null)
        {
            return table;
        }

        if (request.Weights.Count > 0)
        {
            throw new ResultRequestException(
                "WEIGHTS_REFUSED",
                "Other weights are tried for all companies: ask for them or for those of which a condition is true, not for both."
            );
        }

        var declared = Declared(request);
        if (request.Audience.Sight != Sight.Live)
        {
            CheckShown(table, declared ?? OfText(request), request);
            declared ??= OfText(request);
        }

        var model = request.Study.Indices.Index().First(one => one.Item == table.Model).Index;
        var text =
            request.Where is { } where && declared is not null && where.Trim() != declared.Where.Trim()
                ? $"({declared.Where}) and ({where})"
                : declared?.Where ?? request.Where!;
        return table with { Where = StudyCondition.Read(request.Study, model, text), Condition = declared };
    }

    private static NamedCondition? Declared(ResultRequest request) =>
        request.Condition is not { } id
            ? null
            : request.Study.Design.Conditions.FirstOrDefault(one => one.Id == id)
                ?? throw new ResultRequestException(
                    "CONDITION_UNKNOWN",
                    $"The study {request.Study.Id} declares no condition '{id}'. {Names(request.Study)}"
                );

    private static NamedCondition OfText(ResultRequest request) =>
        request.Study.Design.Conditions.FirstOrDefault(one => one.Where.Trim() == request.Where?.Trim())
        ?? throw new NotPermittedException(
            "Conditions of one's own are for operators: whether a figure of so chosen companies tells of single ones has not been decided "
                + $"for other readers. {Names(request.Study)}"
        );

    private static void CheckShown(RequestedTable table, NamedCondition declared, ResultRequest request)
    {
        if (request.Where is { } where && where.Trim() != declared.Where.Trim())
        {
            throw new NotPermittedException(
                $"A declared condition together with another one is for operators: ask for '{declared.Id}' without where."
            );
        }

        if (table.Measure is not NodeMeasure.Mean)
        {
            throw new ResultRequestException(
                "MEASURE_UNKNOWN",
                "Under a condition, means of the scores per enterprise are shown; shares of companies at a level and figures per person "
                    + "employed are for operators there."
            );
        }

        if (table.Node.Depth > NodeFamily.Headline)
        {
            var nodes = string.Join(", ", table.Model.Nodes.Where(node => node.Depth <= NodeFamily.Headline).Select(node => node.Id));
            throw new ResultRequestException(
                "NODE_UNKNOWN",
                $"Under a condition, the index and its dimensions are shown, not '{table.Node.Id}'. There is {nodes}."
            );
        }

        if (!ConditionDecisions.IsByOne([.. table.Filter.Select(part => part.Variable), .. table.By]))
        {
            throw new ResultRequestException(
                "TABLE_UNKNOWN",
                "Under a condition, figures are shown in total and by one reporting variable, not by several together."
            );
        }
    }

    private static string Names(Study study) =>
        study.Design.Conditions.Count == 0
            ? "The study declares none."
            : "The study declares: "
                + $"{string.Join("; ", study.Design.Conditions.Select(one => $"{one.Id} ({one.Title.In(Language.English)})"))}.";
}
