using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A reporting cell between two servers.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ReportingCellOnTheWire")]
internal struct ReportingCellOnTheWire
{
    /// <summary>As in BW/manufacturing/S2.</summary>
    [Id(0)]
    public string Text;
}

/// <summary>Carries reporting cells.</summary>
[RegisterConverter]
internal sealed class ReportingCellConverter : IConverter<ReportingCell, ReportingCellOnTheWire>
{
    public ReportingCell ConvertFromSurrogate(in ReportingCellOnTheWire surrogate) => ReportingCell.Parse(surrogate.Text);

    public ReportingCellOnTheWire ConvertToSurrogate(in ReportingCell value) => new() { Text = value.ToString() };
}
