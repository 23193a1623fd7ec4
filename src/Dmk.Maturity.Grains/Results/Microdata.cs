using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Which answers a file of microdata holds beside the scores.</summary>
public enum MicrodataContent
{
    Scores,
    ScoresAndAnswers,
}

/// <summary>Writes all companies that have answered a study into a file, each under a pseudonym, with the weights of its tables.</summary>
/// <remarks>Of the state that the partitions have when it begins: companies that answer meanwhile are not in it, so that weights and rows
/// agree. A pseudonym is a keyed hash of the company's id: it is the same in every study of a data folder, for panels, and nobody without
/// the folder's key can tell it from an id.</remarks>
public sealed class Microdata(IGrainFactory grains, Catalogue catalogue, SubmittedUnits units, Rescoring rescoring, KeyedHash hash)
{
    private const int Page = 2000;
    private const string Purpose = "microdata";

    /// <summary>128 bits: two of a million companies share one with a probability of 10^-27.</summary>
    private const int PseudonymBytes = 16;

    /// <param name="model">The index whose scores are written.</param>
    /// <param name="written">Told how many companies have been written of how many.</param>
    /// <returns>How many companies are in the file.</returns>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    /// <exception cref="NoDonorException">Too few have answered: a part of the population has no respondents and no donor.</exception>
    /// <exception cref="ResultRequestException">No weights meet the counts of the frame, or an added index is not scored to the
    /// end.</exception>
    public async Task<int> Write(
        Study study,
        int model,
        MicrodataContent content,
        Stream file,
        IProgress<(int Done, int Of)> written,
        CancellationToken cancellation
    )
    {
        if (study.Scoring != 0)
        {
            await rescoring.RefuseUnfinished(study, cancellation);
        }

        var known = (await catalogue.Known(study.Id, cancellation))!.Under(study.Scoring);
        var parts = await Partitions.Ask(grains, study, (_, partition) => partition.Live(model));
        var moments = new StudyMoments(StudyMoments.LayoutOf(study.Design, study.Indices[model]));
        foreach (var part in parts.Values)
        {
            moments.Merge(part.Moments);
        }

        var withAnswers = content == MicrodataContent.ScoresAndAnswers;
        using var csv = new MicrodataCsv(
            file,
            MicrodataColumns.Of(study.Design, study.Indices[model]),
            MicrodataWeights.Of(study.Design, study.Frame, moments),
            withAnswers ? MicrodataAnswers.VariablesOf(study) : []
        );
        csv.WriteNames();
        var companies = 0;
        foreach (var (land, part) in parts)
        {
            var last = 0L;
            while (
                await units.Between(land, study.Id, known.IndexNumbers[model], (last, part.Version), Page, cancellation)
                    is { Count: > 0 } page
            )
            {
                foreach (var unit in page)
                {
                    csv.Write(
                        Pseudonym(unit.UnitId),
                        ReportingCell.Parse(unit.Stratum),
                        ReportingCell.Parse(unit.Cell),
                        StoredScores.Read(unit.Scores),
                        withAnswers ? Answered(study, unit) : null
                    );
                }

                (last, companies) = (page[^1].Sequence, companies + page.Count);
                written.Report((companies, (int)parts.Values.Sum(one => one.Version)));
            }
        }

        return companies;
    }

    private string Pseudonym(string unitId) => Convert.ToHexStringLower(hash.Of(Purpose, unitId).AsSpan(0, PseudonymBytes));

    private static Interview Answered(Study study, SubmittedUnit unit) =>
        Interview.Of(study.Version(unit.QuestionnaireVersion)!.Questionnaire, AnswersJson.Read(unit.Answers));
}
