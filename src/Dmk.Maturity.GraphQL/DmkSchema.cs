using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;
using GraphQL.DI;

namespace Dmk.Maturity.GraphQL;

/// <summary>The schema: two roots, and which scalar or enumeration stands for which domain type.</summary>
internal sealed class DmkSchema : Schema
{
    public DmkSchema(IServiceProvider services, IEnumerable<IConfigureSchema> configurations)
        : base(services, configurations)
    {
        Description =
            "Digital maturity of companies: questionnaires, responses, and indices with their uncertainty. A missing number is "
            + "null, never 0.";
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        Query = new RootType<Query> { Name = "Query" };
        Mutation = new RootType<Mutation> { Name = "Mutation" };
        RegisterTypeMapping(typeof(Language), typeof(LanguageType));
        RegisterTypeMapping(typeof(MissingReason), typeof(MissingReasonType));
        RegisterTypeMapping(typeof(CheckLevel), typeof(CheckLevelType));
        RegisterTypeMapping(typeof(TextFormat), typeof(TextFormatType));
        RegisterTypeMapping(typeof(StudyPhase), typeof(StudyPhaseType));
        RegisterTypeMapping(typeof(ResponseStatus), typeof(ResponseStatusType));
        RegisterTypeMapping(typeof(CellStatus), typeof(CellStatusType));
        RegisterTypeMapping(typeof(BenchmarkState), typeof(BenchmarkStateType));
        RegisterTypeMapping(typeof(WaveOverlap), typeof(WaveOverlapType));
        RegisterTypeMapping(typeof(Estimand), typeof(EstimandType));
        RegisterTypeMapping(typeof(LonelyUnit), typeof(LonelyUnitType));
        RegisterTypeMapping(typeof(IntervalMethod), typeof(IntervalMethodType));
        RegisterTypeMapping(typeof(DraftVerdict), typeof(DraftVerdictType));
        RegisterTypeMapping(typeof(SeriesVerdict), typeof(SeriesVerdictType));
        RegisterTypeMapping(typeof(Role), typeof(RoleType));
        RegisterTypeMapping(typeof(TokenState), typeof(TokenStateType));
        RegisterTypeMapping(typeof(decimal), typeof(ExactNumberType));
        RegisterTypeMapping(typeof(DateOnly), typeof(DateType));
        RegisterTypeMapping(typeof(DateTimeOffset), typeof(InstantType));
    }
}
