namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads the rows of a grid or the items of a sum group.</summary>
internal static class RowReader
{
    public const int MostRows = 500;

    public static IReadOnlyList<Row> Read(YamlNode? list, string key, TextPlaces texts, PartConditions conditions)
    {
        if (list is YamlList { Items.Count: 0 })
        {
            list.Report("empty-list", $"There is nothing in '{key}'. Write at least one.");
        }

        if (list is YamlList { Items.Count: > MostRows } many)
        {
            list.Report("too-many", $"There are {many.Items.Count} in '{key}', more than {MostRows}. Split the question.");
            return [];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. (list?.AsMappings() ?? []).Select(one => Row(one, ids, texts, conditions)).OfType<Row>()];
    }

    private static Row? Row(YamlMapping yaml, HashSet<string> ids, TextPlaces texts, PartConditions conditions)
    {
        var node = yaml.Required("id");
        var id = node?.AsId();
        var label = texts.Here(yaml);
        var when = yaml.Optional("when")?.AsScalar();
        yaml.NothingElse();
        if (id is not null && !QuestionReader.IsNameable(id))
        {
            node!.Report("reserved-id", $"Expressions could not name '{id}'. Use letters, digits and '_'.");
        }
        else if (id is not null && !ids.Add(id))
        {
            node!.Report("duplicate-id", $"'{id}' stands here twice. Rename one.");
        }

        var row = id is null || label is null ? null : new Row(id, label);
        conditions.Note(row, when);
        return row;
    }
}
