using Dmk.Maturity.Grains;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Writes a file of microdata, and the totals that its weights are calibrated to, all of both or nothing under these
/// names.</summary>
internal sealed class MicrodataExport(Microdata microdata, Study study, int model, MicrodataContent content)
{
    public required string Out { get; init; }

    /// <summary>Null for no such file.</summary>
    public string? Totals { get; init; }

    /// <exception cref="FaultException">There is something under one of the names already, or the study has no totals.</exception>
    public void Check()
    {
        FreshFile.RefuseExisting(Out);
        if (Totals is { } totals)
        {
            FreshFile.RefuseExisting(totals);
            if (study.Design.Weights.Calibration is null)
            {
                throw new FaultException($"The study {study.Id} does not calibrate its weights: leave out --totals.");
            }

            if (totals == Out)
            {
                throw new FaultException("--out and --totals are two files.");
            }
        }
    }

    /// <returns>How many companies have been written.</returns>
    /// <exception cref="FaultException">A file cannot be written, or too few have answered for weights.</exception>
    public async Task<int> Run(TextWriter errors, CancellationToken cancellation)
    {
        var companies = 0;
        using var file = FreshFile.Create(Out);
        using var totals = Totals is { } path ? FreshFile.Create(path) : null;
        try
        {
            await ProgressLine.ShowWhenSlow(
                errors,
                "Companies written",
                async progress => companies = await microdata.Write(study, model, content, file.Content, progress, cancellation)
            );
        }
        catch (Exception exception) when (exception is ResultRequestException or NoDonorException)
        {
            throw new FaultException(exception.Message, exception);
        }

        totals?.Content.Write(CalibrationTotalsCsv.Of(study.Design, study.Frame));
        file.Sync();
        totals?.Sync();
        file.Rename();
        totals?.Rename();
        return companies;
    }

    /// <summary>For the audit log.</summary>
    public override string ToString() => content == MicrodataContent.ScoresAndAnswers ? $"{Name} with answers" : Name;

    private string Name => study.Scoring == 0 ? study.Indices[model].Id : VersionedId.Of(study.Indices[model]).ToString();
}
