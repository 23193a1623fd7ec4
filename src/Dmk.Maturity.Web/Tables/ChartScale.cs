using System.Globalization;

namespace Dmk.Maturity.Web;

/// <summary>The axis of a chart: round ends around all intervals, round steps between, places in per cent of the width.</summary>
public sealed record ChartScale(double From, double To, double Step)
{
    private static readonly double[] _steps = [1, 2, 5, 10, 20, 25];

    /// <param name="values">Everything that must be on the chart; NaN is passed over.</param>
    public static ChartScale Around(IEnumerable<double> values)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (low, high) = (known.Min(), known.Max());
        var step = _steps.FirstOrDefault(one => (high - low) / one <= 7, 50);
        var from = Math.Floor(low / step) * step;
        var to = Math.Ceiling(high / step) * step;
        return new(from, to > from ? to : from + step, step);
    }

    public IEnumerable<double> Ticks
    {
        get
        {
            for (var tick = From; tick <= To + (Step / 1000); tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>Place on the axis, as an SVG length.</summary>
    public string At(double value) =>
        (Math.Clamp((value - From) / (To - From), 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
