using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A reporting cell between two servers.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ReportingCellOnTheWire")]
internal struct ReportingCellOnTheWire
{
    [Id(0)]
    public string Land;

    [Id(1)]
    public string Sector;

    [Id(2)]
    public string Size;
}

/// <summary>Carries reporting cells.</summary>
[RegisterConverter]
internal sealed class ReportingCellConverter : IConverter<ReportingCell, ReportingCellOnTheWire>
{
    public ReportingCell ConvertFromSurrogate(in ReportingCellOnTheWire surrogate) => new(surrogate.Land, surrogate.Sector, surrogate.Size);

    public ReportingCellOnTheWire ConvertToSurrogate(in ReportingCell value) =>
        new()
        {
            Land = value.Land,
            Sector = value.Sector,
            Size = value.Size,
        };
}
