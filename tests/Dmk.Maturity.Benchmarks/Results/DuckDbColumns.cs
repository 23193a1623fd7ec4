using System.Globalization;
using Dmk.Maturity.Studies;
using DuckDB.NET.Data;

namespace Dmk.Maturity.Benchmarks;

/// <summary>The responses of the pilot study in the memory of DuckDB, with the columns that a condition needs, coded as small as it
/// allows.</summary>
internal sealed class DuckDbColumns : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    public DuckDbColumns(PilotResponses pilot)
    {
        var kept = pilot.Study.Design.Kept;
        _connection.Open();
        Execute(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                set threads = {Environment.ProcessorCount};
                create table responses (place usmallint, score double, persons double, ai_use utinyint, sells_web utinyint)
                """
            )
        );
        var (ai, web) = (PlaceOf("ai_use"), PlaceOf("sells_web"));
        (AiUse, SellsWeb) = (Codes(ai), Codes(web));
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
                .AppendValue(AiUse[answers[ai].Code!])
                .AppendValue(SellsWeb[answers[web].Code!])
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

    public Dictionary<string, byte> AiUse { get; }

    public Dictionary<string, byte> SellsWeb { get; }

    /// <summary>Per (stratum, reporting cell): respondents with a score, its sum and its sum of squares.</summary>
    /// <returns>In how many cells there are any, and the respondents of all.</returns>
    public (int Cells, long Respondents) Sums(string where)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"select place, count(score), sum(score), sum(score * score) from responses where {where} group by place";
        using var rows = command.ExecuteReader();
        var (cells, respondents) = (0, 0L);
        while (rows.Read())
        {
            (cells, respondents) = (cells + (rows.GetInt64(1) > 0 ? 1 : 0), respondents + rows.GetInt64(1));
        }

        return (cells, respondents);
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        _ = command.ExecuteNonQuery();
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
