using Dmk.Maturity.Studies;
using DuckDB.NET.Data;

namespace Dmk.Maturity.Benchmarks;

/// <summary>The responses of the pilot study in the memory of DuckDB, with the columns that a condition needs, coded as small as it
/// allows.</summary>
internal sealed class DuckDbColumns : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    private readonly Dictionary<string, byte> _uses;
    private readonly Dictionary<string, byte> _sells;

    public DuckDbColumns(PilotResponses pilot)
    {
        var kept = pilot.Study.Design.Kept;
        _connection.Open();
        using (var create = _connection.CreateCommand())
        {
            create.CommandText =
                "create table responses (place usmallint, score double, persons double, ai_use utinyint, sells_web utinyint)";
            _ = create.ExecuteNonQuery();
        }

        var (ai, web) = (PlaceOf("ai_use"), PlaceOf("sells_web"));
        (_uses, _sells) = (Codes(ai), Codes(web));
        var places = new Dictionary<(ReportingCell Stratum, ReportingCell Cell), ushort>();
        using var rows = _connection.CreateAppender("responses");
        foreach (var (stratum, cell, scores, answers) in pilot.Laender.SelectMany(pilot.Of))
        {
            if (!places.TryGetValue((stratum, cell), out var place))
            {
                places.Add((stratum, cell), place = (ushort)places.Count);
            }

            rows.CreateRow()
                .AppendValue(place)
                .AppendValue(Known(scores[0]))
                .AppendValue(Known(answers[0].Persons))
                .AppendValue(_uses[answers[ai].Code!])
                .AppendValue(_sells[answers[web].Code!])
                .EndRow();
        }

        int PlaceOf(string question)
        {
            return kept.Index().First(answer => answer.Item.Id == question).Index;
        }

        Dictionary<string, byte> Codes(int answer)
        {
            return pilot.CodesOf(answer).Index().ToDictionary(code => code.Item, code => (byte)code.Index, StringComparer.Ordinal);
        }
    }

    /// <summary>Where <c>ai_use == 'many' and sells_web == 'no'</c>.</summary>
    public (int Cells, long Respondents) OfSome()
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "select place, count(score), sum(score), sum(score * score) from responses "
            + "where ai_use = $use and sells_web = $sells group by place";
        command.Parameters.Add(new DuckDBParameter("use", _uses["many"]));
        command.Parameters.Add(new DuckDBParameter("sells", _sells["no"]));
        return Sums(command);
    }

    /// <summary>Where <c>ai_use != 'no' or persons_employed >= 50</c>.</summary>
    public (int Cells, long Respondents) OfMost()
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            "select place, count(score), sum(score), sum(score * score) from responses "
            + "where ai_use <> $use or persons >= 50 group by place";
        command.Parameters.Add(new DuckDBParameter("use", _uses["no"]));
        return Sums(command);
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Per (stratum, reporting cell): respondents with a score, its sum and its sum of squares.</summary>
    /// <returns>In how many cells there are any, and the respondents of all.</returns>
    private static (int Cells, long Respondents) Sums(DuckDBCommand command)
    {
        using var rows = command.ExecuteReader();
        var (cells, respondents) = (0, 0L);
        while (rows.Read())
        {
            (cells, respondents) = (cells + (rows.GetInt64(1) > 0 ? 1 : 0), respondents + rows.GetInt64(1));
        }

        return (cells, respondents);
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
