using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>A composite as JSON: every step, and the scores and ranks of every unit. Numbers are the shortest that are read back as the
/// same double; null is missing.</summary>
internal sealed class CompositeFile
{
    private static readonly string[] _choices = ["weights", "normalisation", "aggregation", "leftOut"];

    private readonly CompositeRun _run;
    private readonly CompositeSensitivity? _sensitivity;
    private readonly TextWriter _output;
    private readonly ArrayBufferWriter<byte> _written;
    private readonly Utf8JsonWriter _json;

    private CompositeFile(
        CompositeRun run,
        CompositeSensitivity? sensitivity,
        TextWriter output,
        ArrayBufferWriter<byte> written,
        Utf8JsonWriter json
    ) => (_run, _sensitivity, _output, _written, _json) = (run, sensitivity, output, written, json);

    public static void Write(CompositeRun run, CompositeSensitivity? sensitivity, TextWriter output)
    {
        var written = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(written, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        new CompositeFile(run, sensitivity, output, written, json).Whole();
    }

    private void Whole()
    {
        _json.WriteStartObject();
        _json.WriteString("model", _run.Model.Id);
        Units();
        Names("screenedOut", _run.Units.Where((_, unit) => _run.Screened[unit]));
        WithoutScore();
        Columns();
        EffectiveWeights();
        CompositeItems.Write(_run, _json);
        Correlated();
        Outranked();
        Sensitivity();
        _json.WriteEndObject();
        Pass();
        _output.WriteLine();
    }

    /// <summary>Hands on what has been written, so that no large table is held twice.</summary>
    private void Pass()
    {
        _json.Flush();
        _output.Write(Encoding.UTF8.GetString(_written.WrittenSpan));
        _written.ResetWrittenCount();
    }

    private void Units()
    {
        var ids = _run.Tree.Ids;
        var places = _run.Scores.Select(scores => Place.Of(scores)).ToArray();
        _json.WriteStartArray("units");
        for (var unit = 0; unit < _run.Units.Count; unit++)
        {
            _json.WriteStartObject();
            _json.WriteString("unit", _run.Units[unit]);
            Number("availability", _run.Availability[unit]);
            _json.WriteStartObject("scores");
            for (var node = 0; node < ids.Count; node++)
            {
                Number(ids[node], _run.Scores[node][unit]);
            }

            _json.WriteEndObject();
            _json.WriteStartObject("ranks");
            for (var node = 0; node < ids.Count; node++)
            {
                _json.WritePropertyName(ids[node]);
                Rank(places[node][unit]);
            }

            _json.WriteEndObject();
            Levels(unit);
            _json.WriteStartObject("normalised");
            for (var column = 0; column < _run.Normalised.Count; column++)
            {
                Number(_run.Model.Columns[column].Id, _run.Normalised[column][unit]);
            }

            _json.WriteEndObject();
            _json.WriteEndObject();
            Pass();
        }

        _json.WriteEndArray();
    }

    private void Rank(Place? place)
    {
        if (place is not { } there)
        {
            _json.WriteNullValue();
            return;
        }

        _json.WriteStartObject();
        _json.WriteNumber("rank", there.Rank);
        _json.WriteNumber("tied", there.Tied);
        _json.WriteEndObject();
    }

    /// <summary>Of the nodes that have levels; nothing where none has.</summary>
    private void Levels(int unit)
    {
        if (!_run.Model.HasLevels)
        {
            return;
        }

        _json.WriteStartObject("levels");
        for (var node = 0; node < _run.Tree.Ids.Count; node++)
        {
            if (_run.Model.Levels[_run.Tree.Ids[node]].Count > 0)
            {
                _json.WriteString(_run.Tree.Ids[node], _run.LevelOf(node, unit)?.Id);
            }
        }

        _json.WriteEndObject();
    }

    private void WithoutScore()
    {
        _json.WriteStartArray("withoutScore");
        foreach (var (unit, why) in CompositeGaps.Of(_run))
        {
            _json.WriteStartObject();
            _json.WriteString("unit", unit);
            _json.WriteString("why", why);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Columns()
    {
        var notImputed = CompositeGaps.NotImputed(_run);
        _json.WriteStartArray("columns");
        for (var at = 0; at < _run.Model.Columns.Count; at++)
        {
            var (column, treatment) = (_run.Model.Columns[at], _run.Treatments[at]);
            _json.WriteStartObject();
            _json.WriteString("id", column.Id);
            _json.WriteString("column", column.Column);
            _json.WriteString("denominator", column.Denominator);
            _json.WriteNumber("values", _run.Present[at]);
            _json.WriteNumber("imputed", _run.Imputed[at]);
            Names("notImputed", notImputed[at]);
            if (treatment is null)
            {
                _json.WriteNull("treatment");
            }
            else
            {
                _json.WriteStartObject("treatment");
                Number("skewnessBefore", treatment.SkewnessBefore);
                Number("kurtosisBefore", treatment.KurtosisBefore);
                _json.WriteNumber("winsorised", treatment.Winsorised);
                _json.WriteString("log", JsonNamingPolicy.CamelCase.ConvertName(treatment.Logged.ToString()));
                Number("skewnessAfter", treatment.SkewnessAfter);
                Number("kurtosisAfter", treatment.KurtosisAfter);
                _json.WriteBoolean("passes", treatment.Passes);
                _json.WriteEndObject();
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void EffectiveWeights()
    {
        _json.WriteStartObject("effectiveWeights");
        foreach (var (id, weight) in _run.Tree.Ids.Zip(_run.Tree.EffectiveWeights()))
        {
            Number(id, weight);
        }

        _json.WriteEndObject();
    }

    /// <summary>Pearson's, between all nodes; units without one of the two are left out of a pair.</summary>
    private void Correlated()
    {
        var matrix = Correlations.Of([.. _run.Scores]);
        _json.WriteStartObject("correlations");
        Names("ids", _run.Tree.Ids);
        _json.WriteStartArray("matrix");
        for (var row = 0; row < _run.Scores.Count; row++)
        {
            _json.WriteStartArray();
            for (var column = 0; column < _run.Scores.Count; column++)
            {
                _json.WriteNumberOrNull(matrix[row, column]);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        Pass();
    }

    /// <summary>Null where there are too many units for it.</summary>
    private void Outranked()
    {
        if (CompositeOutranking.Of(_run) is not { } found)
        {
            _json.WriteNull("outranking");
            return;
        }

        var winner = found.Votes.CondorcetWinner();
        _json.WriteStartObject("outranking");
        _json.WriteString("condorcetWinner", winner is { } first ? _run.Units[found.Units[first]] : null);
        _json.WriteStartArray("units");
        foreach (var (unit, place) in _run.Units.Index().Zip(Place.Of([.. found.Copeland])).Where(one => one.Second is not null))
        {
            _json.WriteStartObject();
            _json.WriteString("unit", unit.Item);
            Number("copeland", found.Copeland[unit.Index]);
            _json.WriteNumber("rank", place!.Value.Rank);
            _json.WriteNumber("tied", place.Value.Tied);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        Kemeny(found);
        _json.WriteStartArray("votes");
        for (var row = 0; row < found.Units.Count; row++)
        {
            _json.WriteStartArray();
            for (var other = 0; other < found.Units.Count; other++)
            {
                _json.WriteNumberOrNull(row == other ? double.NaN : found.Votes[row, other]);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        Pass();
    }

    private void Kemeny(CompositeOutranking found)
    {
        if (found.Kemeny is not { } kemeny)
        {
            _json.WriteNull("kemeny");
            return;
        }

        _json.WriteStartObject("kemeny");
        Number("support", kemeny.Support);
        Number("tiedOrders", kemeny.Count);
        _json.WriteStartArray("orders");
        foreach (var order in kemeny.Orders)
        {
            _json.WriteStartArray();
            Array.ForEach(order, unit => _json.WriteStringValue(_run.Units[found.Units[unit]]));
            _json.WriteEndArray();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Sensitivity()
    {
        if (_sensitivity is not { } sensitivity)
        {
            return;
        }

        _json.WriteStartObject("sensitivity");
        _json.WriteNumber("draws", sensitivity.Draws);
        _json.WriteNumber("seed", sensitivity.Seed);
        _json.WriteStartArray("units");
        foreach (var (unit, rank) in _run.Units.Zip(sensitivity.Ranks))
        {
            _json.WriteStartObject();
            _json.WriteString("unit", unit);
            Number("median", rank.Median);
            Number("mean", rank.Mean);
            Number("standardDeviation", rank.StandardDeviation);
            Number("best", rank.Best ?? double.NaN);
            Number("q5", rank.Quantile(0.05));
            Number("q95", rank.Quantile(0.95));
            Number("worst", rank.Worst ?? double.NaN);
            _json.WriteNumber("draws", rank.Draws);
            _json.WriteStartArray("frequencies");
            foreach (var count in rank.Frequencies)
            {
                _json.WriteNumberValue(count);
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
            Pass();
        }

        _json.WriteEndArray();
        _json.WriteStartArray("effects");
        foreach (var (choice, effect) in _choices.Zip(sensitivity.Effects))
        {
            _json.WriteStartObject();
            _json.WriteString("choice", choice);
            Number("first", effect.First);
            Number("firstLower", effect.FirstLower);
            Number("firstUpper", effect.FirstUpper);
            Number("total", effect.Total);
            Number("totalLower", effect.TotalLower);
            Number("totalUpper", effect.TotalUpper);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Names(string key, IEnumerable<string> names)
    {
        _json.WriteStartArray(key);
        foreach (var name in names)
        {
            _json.WriteStringValue(name);
        }

        _json.WriteEndArray();
    }

    private void Number(string key, double value)
    {
        _json.WritePropertyName(key);
        _json.WriteNumberOrNull(value);
    }
}
